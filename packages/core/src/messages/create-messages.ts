import type { Cancel, Environment } from '../contract/environment.ts';
import type { OpaqueId, ParticipantId } from '../contract/identity.ts';
import { RoomError } from '../contract/room-error.ts';
import { createOpaqueId } from '../display-name/opaque-id.ts';
import { createConversations } from './conversations.ts';
import { maximumEnvelopeBytes } from './envelope.ts';
import type { Exchange } from './exchange.ts';
import type { MessageSession, MessagesEngine } from './message-session.ts';
import type { Message } from './message.ts';
import { createRateLimit } from './rate-limit.ts';

export type { MessagesEngine } from './message-session.ts';

/** How long a message may stay unconfirmed before it counts as failed, in milliseconds. */
const confirmationTime = 10_000;
/** How many envelopes are kept while the sealing code is still loading. */
const maximumEarly = 256;

/** What the engine of sealed messages is made of. */
export interface MessagesOptions {
  readonly environment: Pick<Environment, 'clock' | 'crypto'>;
  /** Asks the policy whether a message may be sent now. @throws Refusal when not. */
  gate(): void;
  /** Somebody's message is in the state now; once per sender however many arrived together. */
  onIncoming?(from: ParticipantId): void;
  /** A message to them failed. */
  onFailed?(to: ParticipantId): void;
}

interface Attempt {
  readonly to: ParticipantId;
  readonly cancel: Cancel;
}

const deliveryError = (error: unknown): RoomError =>
  error instanceof RoomError && (error.code.startsWith('message-') || error.code === 'participant-gone')
    ? error
    : new RoomError('message-not-delivered', { cause: error });

/**
 * Makes the sealed messages of one page. Nothing is loaded, made or sent before `open`; sealing and the checking of
 * passes are a separate chunk.
 */
export const createMessages = (options: MessagesOptions): MessagesEngine => {
  const { clock, crypto } = options.environment;
  const conversations = createConversations(clock, (from) => options.onIncoming?.(from));
  const present = new Set<ParticipantId>();
  /** Who each participant was verified as, also after they left. */
  const subjects = new Map<ParticipantId, OpaqueId>();
  const attempts = new Map<OpaqueId, Attempt>();
  const ownIds = new Set<OpaqueId>();
  const early: { readonly from: ParticipantId; readonly bytes: Uint8Array }[] = [];
  let sending = createRateLimit({ perSecond: 5, burst: 10 });
  let exchange: Exchange | null = null;
  /** Changes with every `open` and `wipe`: what began before belongs to nobody. */
  let generation = 0;
  let opening = false;

  const recipientsChanged = (): void => {
    conversations.setRecipients([...present].filter((id) => exchange?.isVerified(id) === true));
  };

  const settle = (id: OpaqueId): Attempt | null => {
    const attempt = attempts.get(id) ?? null;
    attempt?.cancel();
    attempts.delete(id);
    return attempt;
  };

  const fail = (id: OpaqueId, error: RoomError): void => {
    const attempt = settle(id);
    if (attempt === null) return;
    conversations.update(attempt.to, id, (message) => ({ ...message, delivery: 'failed', error }), 'now');
    options.onFailed?.(attempt.to);
  };

  /** The exchange, when `to` can be written to now. @throws Refusal @throws RoomError */
  const exchangeFor = (to: ParticipantId, text: string): Exchange => {
    options.gate();
    if (exchange?.isVerified(to) !== true) throw new RoomError('message-no-recipient-key');
    if (!exchange.fits(text)) throw new RoomError('message-too-long');
    if (!sending.take(clock.now())) throw new RoomError('message-too-many');
    return exchange;
  };

  const attempt = async (through: Exchange, to: ParticipantId, id: OpaqueId, text: string): Promise<void> => {
    const cancel = clock.after(confirmationTime, () => {
      fail(id, new RoomError('message-not-delivered'));
    });
    const mine = { to, cancel };
    attempts.set(id, mine);
    try {
      await through.send(to, id, { type: 'text', text });
    } catch (error) {
      if (attempts.get(id) === mine) fail(id, deliveryError(error));
    }
  };

  const acknowledge = (from: ParticipantId, id: OpaqueId): void => {
    // Only the one it was sent to can confirm it.
    if (!ownIds.has(id) || !conversations.messagesWith(from).some((message) => message.id === id)) return;
    settle(id);
    // A late confirmation is still the truth.
    conversations.update(
      from,
      id,
      ({ error: _, ...message }): Message => ({ ...message, delivery: 'delivered' }),
      'soon',
    );
  };

  const begin = async (session: MessageSession, mine: number): Promise<void> => {
    const { createExchange } = await import('./exchange.ts').catch((error: unknown) => {
      throw new RoomError('room-unreachable', { cause: error });
    });
    if (mine !== generation) return;
    exchange = createExchange({ clock, crypto }, session, {
      recipientsChanged,
      verified(id, pass) {
        subjects.set(id, pass.sub);
        for (const [former, sub] of subjects) {
          if (former !== id && sub === pass.sub && !present.has(former)) conversations.move(former, id);
        }
        recipientsChanged();
      },
      text(from, id, text) {
        // Nobody may put words beside a message of this page under its id.
        if (ownIds.has(id)) return;
        conversations.add(from, { id, from: 'them', text, at: clock.now(), delivery: 'received' }, 'soon');
      },
      acknowledged: acknowledge,
    });
    for (const id of present) exchange.join(id);
    for (const { from, bytes } of early.splice(0)) exchange.receive(from, bytes);
  };

  const stop = (): void => {
    generation += 1;
    exchange?.close();
    exchange = null;
    early.length = 0;
    opening = false;
  };

  return {
    state: conversations.state,
    async send(to, text) {
      if (text.length === 0) throw new TypeError('An empty message was not sent: give it at least one character.');
      const through = exchangeFor(to, text);
      const id = createOpaqueId(crypto);
      ownIds.add(id);
      conversations.add(to, { id, from: 'self', text, at: clock.now(), delivery: 'sending' }, 'now');
      await attempt(through, to, id, text);
      return id;
    },
    async retry(id) {
      const found = ownIds.has(id) ? conversations.find(id) : null;
      if (found?.message.delivery !== 'failed') return;
      const { with: to, message } = found;
      const through = exchangeFor(to, message.text);
      conversations.update(to, id, ({ error: _, ...rest }): Message => ({ ...rest, delivery: 'sending' }), 'now');
      await attempt(through, to, id, message.text);
    },
    markRead: (id) => {
      conversations.markRead(id);
    },
    async open(session) {
      stop();
      for (const id of [...attempts.keys()]) fail(id, new RoomError('message-not-delivered'));
      recipientsChanged();
      opening = true;
      const mine = generation;
      try {
        await begin(session, mine);
      } finally {
        if (mine === generation) opening = false;
      }
    },
    participantJoined(id) {
      present.add(id);
      exchange?.join(id);
      // They may have proved their key before the room said that they are here.
      recipientsChanged();
    },
    participantLeft(id) {
      present.delete(id);
      exchange?.leave(id);
      recipientsChanged();
      for (const [message, { to }] of [...attempts]) if (to === id) fail(message, new RoomError('participant-gone'));
    },
    receive(from, bytes) {
      if (exchange !== null) exchange.receive(from, bytes);
      else if (opening && early.length < maximumEarly && bytes.length <= maximumEnvelopeBytes) {
        early.push({ from, bytes: bytes.slice() });
      }
    },
    reannounce(id) {
      exchange?.reannounce(id);
    },
    async tell(to, content) {
      if (exchange?.isVerified(to) !== true) throw new RoomError('message-no-recipient-key');
      try {
        await exchange.send(to, createOpaqueId(crypto), content);
      } catch (error) {
        throw deliveryError(error);
      }
    },
    wipe() {
      stop();
      for (const id of [...attempts.keys()]) settle(id);
      present.clear();
      subjects.clear();
      ownIds.clear();
      sending = createRateLimit({ perSecond: 5, burst: 10 });
      conversations.clear();
    },
  };
};
