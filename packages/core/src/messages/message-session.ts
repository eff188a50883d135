import type { DropReason } from '../audit/audit-event.ts';
import type { OpaqueId, ParticipantId } from '../contract/identity.ts';
import type { RoomClaims } from '../contract/room-patch.ts';
import type { PassKeys } from '../display-name/pass-keys.ts';
import type { Trust, VisitPass } from '../display-name/visit-pass.ts';
import type { ConsentNotice, SealedContent } from './content.ts';
import type { Envelope } from './envelope.ts';
import type { Messages } from './message.ts';

/** Sealed content that is not conversation: the visit acts on it. */
export type Notice = Extract<SealedContent, { type: 'consent' | 'withdraw' | 'control' }>;

/** What sealed messages need of one joined visit. */
export interface MessageSession {
  readonly keys: PassKeys;
  /** This page's visit pass, as announced to others. */
  readonly pass: string;
  /** What that pass says. */
  readonly identity: VisitPass;
  readonly trust: Trust;
  /**
   * Asks the host's server for a new pass over the same key, when the one in hand is about to expire: without it,
   * people who join after that cannot verify this page.
   */
  renewPass?(): Promise<string>;
  /**
   * The host's time, milliseconds since the epoch: passes are judged by it. This device's clock when left out, which
   * verifies nobody once it is wrong by more than a pass lives.
   */
  hostTime?(): number;
  /**
   * This page's own id in the room, once known. It is sealed into the proof of the key, so that nobody else in the room
   * can hand that proof on as theirs. Leave it out only where the room gives everybody a different id for one person.
   */
  selfId?(): ParticipantId | null;
  /** Hands an envelope to the room. Called in the order in which the other side must receive. */
  deliver(to: ParticipantId, envelope: Envelope): Promise<void>;
  /** What the room says about somebody; null when they are not admitted, or gone. */
  claims(id: ParticipantId): RoomClaims | null;
  /** They have a valid pass and proved that they hold its key. */
  onVerified(id: ParticipantId, pass: VisitPass): void;
  /** They announced another key and have not proved it yet. */
  onUnverified(id: ParticipantId): void;
  /** Something that came from them was thrown away. */
  onDropped(id: ParticipantId, reason: DropReason): void;
  /** They agreed, withdrew, or proved their key. */
  onContent?(id: ParticipantId, content: Notice): void;
}

/** Sealed messages as the visit drives them. People's side of it is {@link Messages}. */
export interface MessagesEngine extends Messages {
  /**
   * Begins: loads the sealing code, announces this page's key to everybody present and listens. Conversations stay when
   * a visit is opened again without `wipe`; everybody has to prove their key again.
   * @throws RoomError `room-unreachable` when the code cannot be loaded.
   */
  open(session: MessageSession): Promise<void>;
  /** Somebody is in the visit (admitted). Safe before `open`. */
  participantJoined(id: ParticipantId): void;
  /** Somebody left: what was being sent to them failed, and they start again if they come back. */
  participantLeft(id: ParticipantId): void;
  /** Bytes from somebody, unchecked. Ignored unless opening or open. */
  receive(from: ParticipantId, bytes: Uint8Array): void;
  /** Announces this page's key again, for example after the connection was restored. */
  reannounce(id: ParticipantId): void;
  /** Tells somebody about consent. @throws RoomError `message-*` when it was not handed to the room. */
  tell(to: ParticipantId, content: ConsentNotice): Promise<void>;
  /** Forgets everything: conversations, keys, timers. Nothing is sent afterwards until `open`. */
  wipe(): void;
}

/** What the exchange of sealed messages reports to the conversations. */
export interface ExchangeEvents {
  /** Who can be written to has changed. */
  recipientsChanged(): void;
  verified(id: ParticipantId, pass: VisitPass): void;
  text(from: ParticipantId, id: OpaqueId, text: string): void;
  acknowledged(from: ParticipantId, id: OpaqueId): void;
}
