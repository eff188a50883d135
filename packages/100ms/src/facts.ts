import type { HMSRole, HMSRoom } from '@100mslive/hms-video-store';
import type { RoomFacts } from '@quietroom/core';

/** What only 100ms can say about its room. */
export interface HmsFacts {
  /** Whether the vendor's workspace is one for health information. Known before anybody is inside. */
  readonly healthWorkspace: boolean | 'unknown';
  /** Whether a role of the template may stream to the outside. */
  readonly mayStream: boolean | 'unknown';
  /** Whether a recording runs that is not the composite one: by track, by stream, or of a live stream. */
  readonly otherRecording: boolean | 'unknown';
}

declare module '@quietroom/core' {
  interface ProviderFacts {
    readonly '100ms'?: HmsFacts;
  }
}

/** The part of the vendor's state that says what goes on in the room. */
export interface VendorRoom {
  readonly room: Pick<
    HMSRoom,
    'isConnected' | 'localPeer' | 'sessionId' | 'recording' | 'rtmp' | 'hls' | 'transcriptions' | 'isHipaaEnabled'
  >;
  readonly roles: Readonly<Record<string, HMSRole>>;
}

const captioning = new Set(['initialised', 'started']);

/** What is known of the room. Until the vendor has said what goes on in it, nothing is. */
export const readFacts = (
  { room, roles }: VendorRoom,
  admitted: boolean,
): Omit<Required<RoomFacts>, 'of'> & { readonly of: { readonly '100ms': HmsFacts } } => {
  const templates = Object.values(roles);
  const told = admitted && room.sessionId !== '';
  return {
    // There is no such thing as a lock on a room that people are in.
    locked: false,
    recording: told
      ? room.recording.browser.running || room.recording.server.running || room.recording.hls.running
      : 'unknown',
    captions: told ? (room.transcriptions ?? []).some(({ state = '' }) => captioning.has(state)) : 'unknown',
    streaming: told ? room.rtmp.running || room.hls.running : 'unknown',
    mediaServer: true,
    of: {
      '100ms': {
        healthWorkspace: room.isHipaaEnabled ?? 'unknown',
        mayStream:
          templates.length === 0
            ? 'unknown'
            : templates.some(({ permissions }) => permissions.hlsStreaming || permissions.rtmpStreaming),
        otherRecording: told ? room.recording.server.running || room.recording.hls.running : 'unknown',
      },
    },
  };
};
