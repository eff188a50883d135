import type { ParticipantId, Role } from '../contract/identity.ts';
import type { RoomErrorCode } from '../contract/room-error.ts';
import type { ConsentSubject } from '../messages/content.ts';
import type { Feature } from '../policy/rule.ts';
import type { EndReason } from '../visit/visit-state.ts';
import type { Opening } from './opening.ts';

/** Why bytes that came from somebody were thrown away unread. */
export type DropReason =
  | 'unadmitted-sender'
  | 'malformed'
  | 'unknown-version'
  | 'other-recipient'
  | 'other-visit'
  | 'no-valid-pass'
  | 'pass-disagrees-with-room'
  | 'identity-taken'
  | 'unopenable'
  | 'replayed'
  | 'too-many';

/** What happened, without who said what: no names, no texts, no vendor words. */
export type AuditDetail =
  | { readonly type: 'visit-joining' }
  | { readonly type: 'visit-joined' }
  | { readonly type: 'visit-ended'; readonly reason: EndReason; readonly error?: RoomErrorCode }
  | { readonly type: 'connection-interrupted' }
  | { readonly type: 'connection-restored' }
  | { readonly type: 'join-refused'; readonly ruleIds: readonly string[] }
  | { readonly type: 'media-stopped'; readonly ruleIds: readonly string[] }
  | { readonly type: 'media-paused'; readonly ruleIds: readonly string[] }
  /** Somebody at this page has said that a participant nobody vouches for may be here. */
  | { readonly type: 'participant-expected'; readonly participant: ParticipantId }
  | { readonly type: 'action-performed'; readonly feature: Feature; readonly participant?: ParticipantId }
  | {
      readonly type: 'action-refused';
      readonly feature: Feature;
      readonly ruleId: string;
      readonly participant?: ParticipantId;
    }
  | {
      readonly type: 'action-failed';
      readonly feature: Feature;
      readonly error: RoomErrorCode;
      readonly participant?: ParticipantId;
    }
  /** `text` is the hash of what was asked; without a participant it is this page's own person. */
  | {
      readonly type: 'consent-answered';
      readonly subject: ConsentSubject;
      readonly given: 'agreed' | 'declined' | 'withdrawn';
      readonly text: string;
      readonly participant?: ParticipantId;
    }
  /** A page with another policy asked or agreed. Nothing came of it. */
  | { readonly type: 'consent-text-differs'; readonly subject: ConsentSubject; readonly participant: ParticipantId }
  /** A clinician at this page said what was asked when the visit began. */
  | ({ readonly type: 'opening-recorded' } & Opening)
  /** The room said that it began or ended. */
  | { readonly type: 'capture-changed'; readonly subject: ConsentSubject; readonly on: boolean | 'unknown' }
  | { readonly type: 'participant-joined'; readonly participant: ParticipantId }
  | { readonly type: 'participant-verified'; readonly participant: ParticipantId; readonly role: Role }
  | { readonly type: 'participant-left'; readonly participant: ParticipantId }
  | { readonly type: 'envelope-dropped'; readonly participant: ParticipantId; readonly reason: DropReason };

/** One line of the audit: numbered, timed, and free of personal information. */
export type AuditEvent = AuditDetail & {
  /** 1, 2, 3 … within this visit, so that a gap shows. */
  readonly sequence: number;
  /** Milliseconds since the epoch. */
  readonly at: number;
};
