import { randomUUID } from 'node:crypto';
import type { Peer } from './peer.ts';
import type { Room } from './room.ts';
import type { RoomState, Running, Transcription } from './wire.ts';

/** Where a recording is made: in a browser of the vendor's, of each track, or of the stream to the web. */
export type RecordingPlace = keyof RoomState['recording'];

const wireNames = { browser: 'Browser', sfu: 'sfu', hls: 'HLS' } as const;

const running = (on: boolean): Running =>
  on ? { enabled: true, state: 'started', started_at: Date.now() } : { enabled: false, state: 'stopped' };

const by = (peer: Peer | null) => (peer ? { peer: peer.describe() } : {});

/** A recording begins or ends, and everybody is told. */
export const setRecording = (room: Room, place: RecordingPlace, on: boolean, peer: Peer | null = null): void => {
  const { enabled: _enabled, ...progress } = running(on);
  room.recording = { ...room.recording, [place]: running(on) };
  room.tell(null, 'on-record-update', { type: wireNames[place], ...progress, ...by(peer) });
};

/** A stream to an address outside begins or ends. */
export const setRtmp = (room: Room, on: boolean, peer: Peer | null = null): void => {
  const { enabled: _enabled, ...progress } = running(on);
  room.rtmp = running(on);
  room.tell(null, 'on-rtmp-update', { ...progress, ...by(peer) });
};

/** A stream to the web begins or ends. */
export const setHls = (room: Room, on: boolean): void => {
  const url = `https://cdn.100ms.live/${randomUUID()}/master.m3u8`;
  room.hls = on ? [{ url, meeting_url: '', state: 'started', started_at: Date.now() }] : [];
  room.tell(null, 'on-hls-update', { enabled: on, variants: room.hls });
};

/** Captions begin or end. */
export const setCaptions = (room: Room, on: boolean, peer: Peer | null = null): void => {
  const transcription: Transcription = on
    ? { mode: 'caption', state: 'started', started_at: Date.now() }
    : { mode: 'caption', state: 'stopped', stopped_at: Date.now() };
  room.transcription = transcription;
  room.tell(null, 'on-transcription-update', { ...transcription, ...by(peer) });
};

/** What somebody said, as a caption for everybody. Whoever is in no room any more sends nothing. */
export const caption = (room: Room, speaker: string, transcript: string, final = true): void => {
  const results = [{ start: 0, end: 1_000, peer_id: speaker, final, transcript }];
  const peer = room.peers.get(speaker);
  room.tell(null, 'on-broadcast', {
    ...(peer && { peer: peer.describe() }),
    message_id: randomUUID(),
    private: false,
    timestamp: Date.now(),
    info: { type: 'hms_transcript', message: JSON.stringify({ results }) },
  });
};
