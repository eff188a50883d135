import type { OpaqueId, ParticipantId } from '../contract/identity.ts';
import type { RoomError } from '../contract/room-error.ts';
import type { Readable } from '../visit/readable.ts';

/**
 * Where a message stands. `delivered` means the other page confirmed it; `failed` can be retried.
 */
export type Delivery = 'sending' | 'delivered' | 'failed' | 'received';

/** One message between this page and one other. In memory only, gone when the visit ends. */
export interface Message {
  readonly id: OpaqueId;
  readonly from: 'self' | 'them';
  readonly text: string;
  /** Milliseconds since the epoch, by this page's clock. */
  readonly at: number;
  readonly delivery: Delivery;
  /** Why it failed. */
  readonly error?: RoomError;
}

/** What was written between this page and one other person. */
export interface Conversation {
  readonly with: ParticipantId;
  readonly messages: readonly Message[];
  readonly unread: number;
}

/** All conversations of this page. */
export interface MessagesState {
  readonly conversations: Readonly<Record<ParticipantId, Conversation>>;
  /** Whom this page can write to now: admitted, verified, with a key. In the order they joined. */
  readonly recipients: readonly ParticipantId[];
  /** Unread messages in all conversations. */
  readonly unread: number;
}

/** Sealed direct messages. There is no way to write to everybody. */
export interface Messages {
  readonly state: Readable<MessagesState>;
  /**
   * Seals a text for one person and sends it. Resolves when it has been handed to the room; its delivery state follows
   * in the conversation. @throws Refusal when the policy says no. @throws RoomError `message-*`, with nothing sent.
   */
  send(to: ParticipantId, text: string): Promise<OpaqueId>;
  /** Sends a failed message again, under the same id: the other page shows it once. */
  retry(id: OpaqueId): Promise<void>;
  /** Everything in this conversation has been seen. */
  markRead(conversationWith: ParticipantId): void;
}
