import type { Announcement } from '../announcements/announcement.ts';
import type { AuditLog } from '../audit/audit-log.ts';
import type { Caption } from '../captions/caption.ts';
import type { ConsentReceipt } from '../consent/consent.ts';
import type { ConsentDoor } from '../consent/consent-door.ts';
import type { Environment } from '../contract/environment.ts';
import type { ParticipantId } from '../contract/identity.ts';
import type { RoomAction } from '../contract/room-action.ts';
import type { RoomAdapter, RoomConnection } from '../contract/room-adapter.ts';
import type { RoomError } from '../contract/room-error.ts';
import type { VisitMedia } from '../media/visit-media.ts';
import type { MessagesEngine } from '../messages/create-messages.ts';
import type { MessageCarrier } from '../messages/message-carrier.ts';
import type { Finding, Policy } from '../policy/rule.ts';
import type { Credentials } from './credentials.ts';
import type { VisitModel } from './visit-model.ts';
import type { EndReason } from './visit-state.ts';

/** What one attempt to hold a visit works with. */
export interface AttemptParts {
  readonly adapter: RoomAdapter;
  readonly policy: Policy;
  /** What must never leave this page. */
  readonly known: readonly string[];
  readonly environment: Environment;
  readonly model: VisitModel;
  readonly media: VisitMedia;
  readonly messages: MessagesEngine;
  /** The host's own way for messages; null for the room's. */
  readonly carrier: MessageCarrier | null;
  readonly audit: AuditLog;
  readonly credentials: Credentials;
  readonly consent: ConsentDoor;
  /** Proof for the host that somebody agreed or withdrew. */
  readonly receipt: (receipt: ConsentReceipt) => void;
  readonly announce: (announcement: Announcement) => void;
  readonly level: (id: ParticipantId, level: number) => void;
  readonly captions: (captions: readonly Caption[]) => void;
}

/** Everything from pressing join to having left without a trace. A visit has at most one alive. */
export interface Attempt {
  /** Resolves when joined, asked to wait, or over. */
  readonly settled: Promise<void>;
  /** The connection, while there is one. */
  connection(): RoomConnection | null;
  /** Carries out what the gate has let through. @throws RoomError @throws Refusal without everybody's consent */
  perform(action: RoomAction): Promise<void>;
  /** Somebody at this page says that a participant nobody vouches for may be here. */
  expect(id: ParticipantId): void;
  /** Looks at the rules again after a fact has changed that the room did not report. */
  watch(): void;
  /** Ends it from any state. Idempotent; resolves when nothing is left behind. */
  end(
    reason: EndReason,
    detail?: { readonly error?: RoomError; readonly findings?: readonly Finding[] },
  ): Promise<void>;
}
