import type { ParticipantId } from './identity.ts';

/** What can be captured on this device and sent. */
export type CaptureSource = 'microphone' | 'camera' | 'screen';
/** Devices a person chooses between. */
export type DeviceKind = 'microphone' | 'camera' | 'speaker';

/**
 * Everything that can be asked of a room. Closed: what has no safe form (live streaming, broadcast chat, rename, chat
 * export, vendor integrations) is not here, so it cannot be asked.
 */
export type RoomAction =
  /** Start sending the microphone and camera the person chose in the readiness check. */
  | { readonly type: 'publish' }
  | { readonly type: 'setMicrophone'; readonly on: boolean }
  | { readonly type: 'setCamera'; readonly on: boolean }
  | { readonly type: 'selectDevice'; readonly kind: DeviceKind; readonly deviceId: string }
  | { readonly type: 'shareScreen'; readonly on: boolean }
  | { readonly type: 'raiseHand'; readonly raised: boolean }
  | { readonly type: 'knock' }
  | { readonly type: 'cancelKnock' }
  | { readonly type: 'admit'; readonly participant: ParticipantId }
  | { readonly type: 'keepWaiting'; readonly participant: ParticipantId }
  | { readonly type: 'decline'; readonly participant: ParticipantId }
  | { readonly type: 'lock'; readonly locked: boolean }
  | { readonly type: 'remove'; readonly participant: ParticipantId }
  /** Stops somebody's microphone. Nobody can start it again for them: see `askToUnmute`. */
  | { readonly type: 'mute'; readonly participant: ParticipantId }
  | { readonly type: 'askToUnmute'; readonly participant: ParticipantId }
  | { readonly type: 'setRecording'; readonly on: boolean }
  | { readonly type: 'setCaptions'; readonly on: boolean }
  | { readonly type: 'endForEveryone' };

/** The one word for an action: in the gate, the audit, the FakeRoom script, the conformance suite and the toolbar. */
export type RoomActionType = RoomAction['type'];
