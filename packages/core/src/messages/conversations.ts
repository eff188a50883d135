import type { Clock } from '../contract/environment.ts';
import type { OpaqueId, ParticipantId } from '../contract/identity.ts';
import type { Readable } from '../visit/readable.ts';
import type { Conversation, Message, MessagesState } from './message.ts';

/** The longest that what others do stays unshown, in milliseconds; one render for however much arrives meanwhile. */
const coalescing = 100;

/** Whether a change is shown at once (this person did it) or with others. */
export type Urgency = 'now' | 'soon';

/** The conversations of this page: changed in place, published as a new state with what did not change shared. */
export interface Conversations {
  readonly state: Readable<MessagesState>;
  add(conversationWith: ParticipantId, message: Message, urgency: Urgency): void;
  /** Changes a message; does nothing when it is not there. */
  update(conversationWith: ParticipantId, id: OpaqueId, change: (message: Message) => Message, urgency: Urgency): void;
  find(id: OpaqueId): { readonly with: ParticipantId; readonly message: Message } | null;
  messagesWith(id: ParticipantId): readonly Message[];
  setRecipients(recipients: readonly ParticipantId[]): void;
  markRead(conversationWith: ParticipantId): void;
  /** The same person under another id: what was written stays in front of what comes. */
  move(from: ParticipantId, to: ParticipantId): void;
  clear(): void;
}

const empty: MessagesState = { conversations: {}, recipients: [], unread: 0 };

interface Draft {
  messages: Message[];
  unread: number;
}

const same = (first: readonly ParticipantId[], second: readonly ParticipantId[]): boolean =>
  first.length === second.length && first.every((id, index) => id === second[index]);

/** Makes empty conversations. `onIncoming` is called for each sender whose messages have just been published. */
export const createConversations = (clock: Clock, onIncoming: (from: ParticipantId) => void): Conversations => {
  const drafts = new Map<ParticipantId, Draft>();
  const changed = new Set<ParticipantId>();
  const incoming = new Set<ParticipantId>();
  const listeners = new Set<() => void>();
  let recipients: readonly ParticipantId[] = empty.recipients;
  let published = empty;
  let publishedAt = Number.NEGATIVE_INFINITY;
  let cancelTimer: (() => void) | null = null;

  const snapshot = (): MessagesState => {
    const conversations: Record<ParticipantId, Conversation> = {};
    let unread = 0;
    for (const [id, draft] of drafts) {
      const former = published.conversations[id];
      conversations[id] =
        former !== undefined && !changed.has(id)
          ? former
          : { with: id, messages: draft.messages.slice(), unread: draft.unread };
      unread += draft.unread;
    }
    return { conversations: changed.size === 0 ? published.conversations : conversations, recipients, unread };
  };

  const publish = (): void => {
    cancelTimer?.();
    cancelTimer = null;
    if (changed.size === 0 && recipients === published.recipients) return;
    published = snapshot();
    publishedAt = clock.now();
    changed.clear();
    for (const listener of [...listeners]) listener();
    const arrived = [...incoming];
    incoming.clear();
    for (const from of arrived) onIncoming(from);
  };

  const schedule = (urgency: Urgency): void => {
    const wait = publishedAt + coalescing - clock.now();
    if (urgency === 'now' || wait <= 0) publish();
    else cancelTimer ??= clock.after(Math.min(wait, coalescing), publish);
  };

  const draftOf = (id: ParticipantId): Draft => {
    const draft = drafts.get(id) ?? { messages: [], unread: 0 };
    drafts.set(id, draft);
    changed.add(id);
    return draft;
  };

  return {
    state: {
      get: () => published,
      subscribe(listener) {
        listeners.add(listener);
        return () => {
          listeners.delete(listener);
        };
      },
    },
    add(id, message, urgency) {
      const draft = draftOf(id);
      draft.messages.push(message);
      if (message.from === 'them') {
        draft.unread += 1;
        incoming.add(id);
      }
      schedule(urgency);
    },
    update(id, messageId, change, urgency) {
      const draft = drafts.get(id);
      const index = draft?.messages.findLastIndex((message) => message.id === messageId) ?? -1;
      const message = draft?.messages[index];
      if (draft === undefined || message === undefined) return;
      draft.messages[index] = change(message);
      changed.add(id);
      schedule(urgency);
    },
    find(messageId) {
      for (const [id, { messages }] of drafts) {
        const message = messages.findLast((candidate) => candidate.id === messageId);
        if (message !== undefined) return { with: id, message };
      }
      return null;
    },
    messagesWith: (id) => drafts.get(id)?.messages ?? [],
    setRecipients(next) {
      if (same(next, recipients)) return;
      recipients = next;
      schedule('now');
    },
    markRead(id) {
      const draft = drafts.get(id);
      if (draft === undefined || draft.unread === 0) return;
      draft.unread = 0;
      changed.add(id);
      schedule('now');
    },
    move(from, to) {
      const former = drafts.get(from);
      if (former === undefined) return;
      const draft = draftOf(to);
      draft.messages.unshift(...former.messages);
      draft.unread += former.unread;
      drafts.delete(from);
      changed.add(to);
      schedule('now');
    },
    clear() {
      drafts.clear();
      changed.clear();
      incoming.clear();
      recipients = empty.recipients;
      cancelTimer?.();
      cancelTimer = null;
      if (published === empty) return;
      published = empty;
      publishedAt = Number.NEGATIVE_INFINITY;
      for (const listener of [...listeners]) listener();
    },
  };
};
