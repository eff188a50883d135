import { RoomError } from '../contract/room-error.ts';
import { createStore } from '../visit/store.ts';
import type { Messages, MessagesState } from './message.ts';

const nothingWritten: MessagesState = { conversations: {}, recipients: [], unread: 0 };

/** The messages as a page sees them from the start, although their engine loads only for joining. */
export interface MessagesDoor extends Messages {
  /** From now on these are the messages. */
  lead(to: Messages): void;
}

/** @param gate asks the policy whether a message may be sent now. @throws Refusal when not. */
export const createMessagesDoor = (gate: () => void): MessagesDoor => {
  const state = createStore(nothingWritten);
  let behind: Messages | null = null;
  return {
    state,
    send: async (to, text) => {
      if (behind !== null) return behind.send(to, text);
      gate();
      throw new RoomError('message-no-recipient-key');
    },
    retry: async (id) => {
      await behind?.retry(id);
    },
    markRead: (id) => {
      behind?.markRead(id);
    },
    lead: (to) => {
      behind = to;
      to.state.subscribe(() => {
        state.set(to.state.get());
      });
    },
  };
};
