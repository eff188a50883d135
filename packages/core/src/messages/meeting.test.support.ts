import type { DropReason } from '../audit/audit-event.ts';
import type { Clock } from '../contract/environment.ts';
import { participantId, type OpaqueId, type ParticipantId, type Role } from '../contract/identity.ts';
import type { RoomClaims } from '../contract/room-patch.ts';
import { createOpaqueId } from '../display-name/opaque-id.ts';
import { createPassKeys, type PassKeys } from '../display-name/pass-keys.ts';
import { createPseudonym } from '../display-name/pseudonym.ts';
import { signVisitPass, type Trust, type VisitPass } from '../display-name/visit-pass.ts';
import { createMessages } from './create-messages.ts';
import type { Envelope } from './envelope.ts';
import type { MessageSession, MessagesEngine, Notice } from './message-session.ts';
import type { Message } from './message.ts';

/** A clock that stands still until it is told to go. */
export interface FakeClock extends Clock {
  advance(milliseconds: number): void;
  /** How many timers are set. */
  readonly waiting: number;
}

export const createFakeClock = (start = Date.UTC(2031, 1, 3, 9, 0, 0)): FakeClock => {
  let now = start;
  const timers = new Set<{ at: number; readonly every: number | null; readonly callback: () => void }>();
  const set = (milliseconds: number, every: number | null, callback: () => void) => {
    const timer = { at: now + milliseconds, every, callback };
    timers.add(timer);
    return () => {
      timers.delete(timer);
    };
  };
  return {
    now: () => now,
    after: (milliseconds, callback) => set(milliseconds, null, callback),
    every: (milliseconds, callback) => set(milliseconds, milliseconds, callback),
    advance(milliseconds) {
      const end = now + milliseconds;
      for (;;) {
        const due = [...timers].filter(({ at }) => at <= end).sort((first, second) => first.at - second.at)[0];
        if (due === undefined) break;
        now = due.at;
        if (due.every === null) timers.delete(due);
        else due.at += due.every;
        due.callback();
      }
      now = end;
    },
    get waiting() {
      return timers.size;
    },
  };
};

/** The host's server, as far as passes go. */
export interface Host {
  readonly trust: Trust;
  readonly visit: OpaqueId;
  issue(
    clock: Clock,
    role: Role,
    keys: PassKeys,
    changes?: Partial<VisitPass>,
  ): Promise<{ readonly pass: string; readonly identity: VisitPass }>;
}

export const createHost = async (crypto: Crypto): Promise<Host> => {
  const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']);
  const visit = createOpaqueId(crypto);
  return {
    visit,
    trust: [await crypto.subtle.exportKey('jwk', pair.publicKey)],
    async issue(clock, role, keys, changes = {}) {
      const identity: VisitPass = {
        visit,
        sub: createOpaqueId(crypto),
        name: createPseudonym(role, crypto),
        role,
        thumbprint: keys.thumbprint,
        issued: clock.now(),
        expires: clock.now() + 300_000,
        ...changes,
      };
      return { pass: await signVisitPass(identity, pair.privateKey), identity };
    },
  };
};

/** One page in the meeting. */
export interface Page {
  readonly id: ParticipantId;
  readonly role: Role;
  readonly engine: MessagesEngine;
  readonly session: MessageSession;
  readonly verified: Map<ParticipantId, VisitPass>;
  readonly unverified: ParticipantId[];
  readonly dropped: { readonly from: ParticipantId; readonly reason: DropReason }[];
  readonly notices: { readonly from: ParticipantId; readonly content: Notice }[];
  readonly incoming: ParticipantId[];
  readonly failed: ParticipantId[];
  /** Everything handed to the room for this page, in order. */
  readonly arrived: { readonly from: ParticipantId; readonly envelope: Envelope }[];
  messagesWith(other: { readonly id: ParticipantId }): readonly Message[];
}

/** What happens to an envelope on its way: nothing, lost, or refused by the room. */
export type Fate = 'carried' | 'lost' | 'refused';

/** A room in memory: hands envelopes over in order, a macrotask later, unless told otherwise. */
export interface Meeting {
  readonly clock: FakeClock;
  readonly host: Host;
  readonly pages: Map<ParticipantId, Page>;
  /** Everything anybody handed to the room. */
  readonly wire: Envelope[];
  fate: (from: ParticipantId, to: ParticipantId, envelope: Envelope) => Fate;
  claims: (about: ParticipantId, by: ParticipantId) => RoomClaims | null;
  gate: () => void;
  /** A page with an open engine; nobody knows of it yet. */
  page(
    role: Role,
    options?: Partial<MessageSession> & { readonly name?: string; readonly sub?: OpaqueId },
  ): Promise<Page>;
  /** Both learn that the other is there. */
  meet(first: Page, second: Page): void;
  /** A page goes; everybody learns of it. */
  leave(page: Page): void;
}

export const createMeeting = async (crypto: Crypto): Promise<Meeting> => {
  const clock = createFakeClock();
  const host = await createHost(crypto);
  let count = 0;
  const meeting: Meeting = {
    clock,
    host,
    pages: new Map(),
    wire: [],
    fate: () => 'carried',
    claims: () => ({}),
    gate: () => undefined,
    async page(role, { name, sub, ...changes } = {}) {
      count += 1;
      const id = participantId(name ?? `participant-${count}`);
      const keys = changes.keys ?? (await createPassKeys(crypto));
      const { pass, identity } = await host.issue(clock, role, keys, sub === undefined ? {} : { sub });
      const page: Page = {
        id,
        role,
        verified: new Map(),
        unverified: [],
        dropped: [],
        notices: [],
        incoming: [],
        failed: [],
        arrived: [],
        session: {
          keys,
          pass,
          identity,
          trust: host.trust,
          selfId: () => id,
          deliver(to, envelope) {
            meeting.wire.push(envelope);
            const fate = meeting.fate(id, to, envelope);
            if (fate === 'refused') return Promise.reject(new Error('The room is not there.'));
            if (fate === 'lost') return Promise.resolve();
            setImmediate(() => {
              const other = meeting.pages.get(to);
              other?.arrived.push({ from: id, envelope });
              other?.engine.receive(id, envelope);
            });
            return Promise.resolve();
          },
          claims: (about) => (meeting.pages.has(about) ? meeting.claims(about, id) : null),
          onVerified: (other, theirs) => page.verified.set(other, theirs),
          onUnverified: (other) => {
            page.verified.delete(other);
            page.unverified.push(other);
          },
          onDropped: (from, reason) => page.dropped.push({ from, reason }),
          onContent: (from, content) => page.notices.push({ from, content }),
          ...changes,
        },
        engine: createMessages({
          environment: { clock, crypto },
          gate: () => {
            meeting.gate();
          },
          onIncoming: (from) => page.incoming.push(from),
          onFailed: (to) => page.failed.push(to),
        }),
        messagesWith: (other) => page.engine.state.get().conversations[other.id]?.messages ?? [],
      };
      meeting.pages.set(id, page);
      await page.engine.open(page.session);
      return page;
    },
    meet(first, second) {
      first.engine.participantJoined(second.id);
      second.engine.participantJoined(first.id);
    },
    leave(page) {
      meeting.pages.delete(page.id);
      page.engine.wipe();
      for (const other of meeting.pages.values()) other.engine.participantLeft(page.id);
    },
  };
  return meeting;
};
