import type { Peer } from '../peer.ts';
import type { RequestOf } from '../requests.ts';
import type { Room } from '../room.ts';
import { setCaptions, setHls, setRecording, setRtmp } from '../room-outputs.ts';
import { WireError } from '../wire.ts';
import type { Done } from './done.ts';
import { requireRight } from './rights.ts';

/** Starts the recording, the stream to the outside, or both: one request carries either. */
export const startRtmp = (room: Room, peer: Peer, { record, rtmp_urls = [] }: RequestOf<'rtmp-start'>): Done => {
  if (record) requireRight(room, peer, 'browserRecording');
  if (rtmp_urls.length > 0) requireRight(room, peer, 'rtmpStreaming');
  if (record && room.hipaa && !room.storage) {
    throw new WireError(500, 'hipaa enabled: recording config is not provided');
  }
  return {
    after: () => {
      if (record) setRecording(room, 'browser', true, peer);
      if (rtmp_urls.length > 0) setRtmp(room, true, peer);
    },
  };
};

/** Stops both. */
export const stopRtmp = (room: Room, peer: Peer): Done => {
  const { browserRecording, rtmpStreaming } = room.role(peer.role).permissions;
  if (!browserRecording && !rtmpStreaming) requireRight(room, peer, 'browserRecording');
  return {
    after: () => {
      if (room.recording.browser.enabled) setRecording(room, 'browser', false, peer);
      if (room.rtmp.enabled) setRtmp(room, false, peer);
    },
  };
};

/** Starts or stops the stream to the web. */
export const switchHls =
  (on: boolean) =>
  (room: Room, peer: Peer): Done => {
    requireRight(room, peer, 'hlsStreaming');
    return {
      after: () => {
        setHls(room, on);
      },
    };
  };

/** Starts or stops the captions. */
export const switchCaptions =
  (on: boolean) =>
  (room: Room, peer: Peer): Done => {
    if (!room.template.captioners.includes(peer.role))
      throw new WireError(403, `the role ${peer.role} may not caption`);
    return {
      after: () => {
        setCaptions(room, on, peer);
      },
    };
  };
