import { randomUUID } from 'node:crypto';
import type { Connection } from '../connection.ts';
import { robotEnters, robotLeaves } from '../robots.ts';

/** Starts recording: the recorder comes in. Anybody may, for the reason given at `handleKnock`. */
export const startRecording = (connection: Connection): void => {
  const room = connection.seat?.room;
  if (!room || room.find('recorder')) return;
  room.tell(null, 'cloud_recording_started', { startedAt: new Date().toISOString() });
  robotEnters(room, 'recorder');
};

/** Ends the recording: the recorder goes. */
export const stopRecording = (connection: Connection): void => {
  const room = connection.seat?.room;
  if (room && robotLeaves(room, 'recorder')) room.tell(null, 'cloud_recording_stopped');
};

/** Starts captions for everybody. */
export const startCaptions = (connection: Connection): void => {
  const room = connection.seat?.room;
  if (!room) return;
  room.captions = true;
  room.tell(null, 'live_captions_started', {});
};

/** Ends captions for everybody. */
export const stopCaptions = (connection: Connection): void => {
  const room = connection.seat?.room;
  if (!room) return;
  room.captions = false;
  room.tell(null, 'live_captions_stopped', {});
};

/** Starts the transcript. */
export const startTranscription = (connection: Connection): void => {
  const room = connection.seat?.room;
  if (!room || room.transcriptionId !== null) return;
  room.transcriptionId = randomUUID();
  const startedAt = new Date().toISOString();
  room.tell(null, 'live_transcription_started', { transcriptionId: room.transcriptionId, startedAt });
};

/** Ends the transcript. */
export const stopTranscription = (connection: Connection): void => {
  const room = connection.seat?.room;
  if (!room || room.transcriptionId === null) return;
  const ended = { transcriptionId: room.transcriptionId, endedAt: new Date().toISOString() };
  room.transcriptionId = null;
  room.tell(null, 'live_transcription_stopped', ended);
};
