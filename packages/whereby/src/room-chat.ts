import { participantId, RoomError, type Cancel, type Clock, type ParticipantId } from '@quietroom/core';
import type { ServerSocket } from '@whereby.com/media';
import { farewell, unwrapEnvelope } from './chat-carrier.ts';

/** How long the room may take to echo a text, in milliseconds. */
const echoWithin = 5000;

/** What carrying texts needs and tells. */
export interface RoomChatOptions {
  readonly clock: Clock;
  readonly socket: ServerSocket;
  readonly self: () => ParticipantId | null;
  readonly send: (text: string) => void;
  readonly received: (from: ParticipantId, envelope: Uint8Array) => void;
  readonly farewell: (from: ParticipantId) => void;
}

interface Pending {
  readonly text: string;
  readonly settle: (error: RoomError | null) => void;
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
const textOf = (value: object, key: string): string | null => {
  const found: unknown = Reflect.get(value, key);
  return typeof found === 'string' ? found : null;
};

/**
 * The room's chat as a carrier: everybody in the room gets everything, so only envelopes go through it. What was sent is
 * known to have arrived at the room when it comes back. Nothing here is ever shown as conversation.
 */
export class RoomChat {
  readonly #options: RoomChatOptions;
  readonly #pending: Pending[] = [];
  readonly #stopListening: Cancel;

  constructor(options: RoomChatOptions) {
    this.#options = options;
    this.#stopListening = options.socket.on('chat_message', (payload: unknown) => {
      this.#hear(payload);
    });
  }

  /** Puts a text into the room. @throws RoomError `message-not-delivered` when the room does not take it */
  send(text: string): Promise<void> {
    return new Promise((resolve, reject) => {
      const pending: Pending = {
        text,
        settle: (error) => {
          stopWaiting();
          const index = this.#pending.indexOf(pending);
          if (index !== -1) this.#pending.splice(index, 1);
          if (error === null) resolve();
          else reject(error);
        },
      };
      const stopWaiting = this.#options.clock.after(echoWithin, () => {
        pending.settle(new RoomError('message-not-delivered'));
      });
      this.#pending.push(pending);
      this.#options.send(text);
    });
  }

  close(): void {
    this.#stopListening();
    for (const { settle } of [...this.#pending]) settle(new RoomError('not-connected'));
  }

  #hear(payload: unknown): void {
    if (!isObject(payload)) return;
    const sender = textOf(payload, 'senderId');
    const text = textOf(payload, 'text');
    if (sender === null || text === null) {
      // The vendor's client shows a refusal as a message without sender or text. The oldest one is meant.
      if ('error' in payload)
        this.#pending[0]?.settle(new RoomError('message-not-delivered', { cause: payload.error }));
      return;
    }
    const self = this.#options.self();
    if (self === null) return;
    const from = participantId(sender);
    if (from === self) this.#pending.find((pending) => pending.text === text)?.settle(null);
    else if (text === farewell) this.#options.farewell(from);
    else {
      const envelope = unwrapEnvelope(text, self);
      if (envelope !== null) this.#options.received(from, envelope);
    }
  }
}
