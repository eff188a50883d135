import type { Announcement } from '../announcements/announcement.ts';
import type { AuditEvent } from '../audit/audit-event.ts';
import type { Opening } from '../audit/opening.ts';
import type { Captions } from '../captions/caption.ts';
import type { Consent } from '../consent/consent.ts';
import type { ConnectionReport } from '../contract/connection-report.ts';
import type { ParticipantId, Role, TrackId } from '../contract/identity.ts';
import type { RoomAction, RoomActionType } from '../contract/room-action.ts';
import type { Manifest } from '../contract/room-adapter.ts';
import type { VisitMedia } from '../media/visit-media.ts';
import type { Messages } from '../messages/message.ts';
import type { AdapterRule, Decision, Facts, Feature, Policy } from '../policy/rule.ts';
import type { Readable } from './readable.ts';
import type { VisitState } from './visit-state.ts';

/** One visit of this page, owned outside React. Made by `createVisit`. */
export interface Visit {
  readonly provider: string;
  readonly manifest: Manifest;
  readonly capabilities: ReadonlySet<RoomActionType>;
  readonly policy: Policy;
  /** The rows that the adapter adds to the table of rules. */
  readonly rules: readonly AdapterRule[];
  readonly role: Role;
  readonly state: Readable<VisitState>;
  readonly media: VisitMedia;
  readonly messages: Messages;
  /** Consent to recording and captions. */
  readonly consent: Consent;
  /** What is said, where the provider captions it. */
  readonly captions: Captions;
  /** The audit of this visit so far, newest last. */
  readonly audit: Readable<readonly AuditEvent[]>;
  /** Writes into the audit what a clinician asked when the visit began. On anybody else's page it does nothing. */
  recordOpening(opening: Opening): void;
  /** Calls for each thing a screen-reader user must be told. */
  onAnnouncement(listener: (announcement: Announcement) => void): () => void;
  /** Somebody's level, 0 to 1, at most ten times a second. Bypasses the state on purpose. */
  onLevel(participant: ParticipantId, listener: (level: number) => void): () => void;
  /**
   * Fetches the code that joining needs from where the page came from, and contacts nobody else: call it while nothing
   * is going on, so that `join` does not wait for it. What fails now is tried again by `join`.
   */
  preload(): void;
  /**
   * Joins, or asks to join where the role must wait. Resolves when the phase is `joined`, or `knocking`, or `ended`.
   * Calling it while joining or joined does nothing more. Failures are in the phase, never thrown.
   */
  join(): Promise<void>;
  /** Leaves, or withdraws the request to join. From every phase, idempotent; resolves when nothing is left behind. */
  leave(): Promise<void>;
  /**
   * Carries out an action if the policy allows it.
   * @throws Refusal when it does not, naming the rule. @throws RoomError when the room fails to carry it out.
   */
  perform(action: RoomAction): Promise<void>;
  /** What the rules look at now. The same object for as long as nothing in it changes. */
  readonly facts: Readable<Facts>;
  /** What the policy says about a feature now: about starting it, where it can be started and stopped. */
  decide(feature: Feature): Decision;
  /**
   * Somebody at this page says that a participant of `state.unexpected` may be here. Sound and picture that waited for
   * the answer go on.
   */
  expect(participant: ParticipantId): void;
  /** Shows or plays somebody's track in an element until the returned function is called. */
  attach(track: TrackId, element: HTMLMediaElement): () => void;
  /**
   * Tries the way to the room without entering it. For a button that somebody presses: it contacts the host's server.
   * Left out where the provider has no such test. @throws RoomError `cancelled`, Refusal when the page's rules keep it
   * out of the visit: then nobody is contacted.
   */
  readonly testConnection?: (signal: AbortSignal) => Promise<ConnectionReport>;
  /** Leaves and releases the devices. For the owner of the visit; a closed visit can be joined again. */
  close(): Promise<void>;
}
