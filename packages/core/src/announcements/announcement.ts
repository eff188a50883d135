import type { ParticipantId } from '../contract/identity.ts';
import type { CaptureSource } from '../contract/room-action.ts';
import type { RoomErrorCode } from '../contract/room-error.ts';
import type { EndReason } from '../visit/visit-state.ts';

/**
 * Something a screen-reader user must be told. An intent, not words: the interface chooses them in the person's
 * language and may name the participant from the roster.
 */
export type Announcement =
  | { readonly type: 'waiting' }
  | { readonly type: 'kept-waiting' }
  | { readonly type: 'joined' }
  | { readonly type: 'reconnecting' }
  | { readonly type: 'reconnected' }
  | { readonly type: 'ended'; readonly reason: EndReason }
  | { readonly type: 'someone-knocks'; readonly participant: ParticipantId }
  | { readonly type: 'someone-joined'; readonly participant: ParticipantId }
  | { readonly type: 'someone-left'; readonly participant: ParticipantId }
  /** Somebody nobody vouches for: sound and picture wait for an answer. */
  | { readonly type: 'unexpected'; readonly participant: ParticipantId }
  /** Nobody is unexpected any more, and nobody at this page has answered: what waited is still off. */
  | { readonly type: 'pause-over'; readonly sources: readonly ('microphone' | 'camera')[] }
  | { readonly type: 'hand-raised'; readonly participant: ParticipantId }
  | { readonly type: 'message-received'; readonly participant: ParticipantId }
  | { readonly type: 'message-failed'; readonly participant: ParticipantId }
  | { readonly type: 'source-changed'; readonly source: CaptureSource; readonly on: boolean }
  | { readonly type: 'source-lost'; readonly source: CaptureSource }
  | { readonly type: 'muted-by'; readonly participant: ParticipantId }
  | { readonly type: 'asked-to-unmute'; readonly participant: ParticipantId }
  | { readonly type: 'problem'; readonly code: RoomErrorCode };

/** Whether to wait for a pause (`polite`) or to interrupt (`assertive`): only what cannot wait interrupts. */
export const politeness = (announcement: Announcement): 'polite' | 'assertive' => {
  switch (announcement.type) {
    case 'reconnecting':
    case 'ended':
    case 'source-lost':
    case 'muted-by':
    case 'asked-to-unmute':
    case 'problem':
    case 'unexpected':
    case 'pause-over':
      return 'assertive';
    default:
      return 'polite';
  }
};
