import { parseOpaqueId } from '@quietroom/core';
import { isFilled, memberOf } from '../vendor/answer.ts';
import { readEvent, wordOf } from './read-event.ts';
import type { WebhookEvent } from './webhook-event.ts';

const simple = new Map<string, 'session-started' | 'session-ended' | 'streaming-started' | 'server-recording'>([
  ['session.open.success', 'session-started'],
  ['session.close.success', 'session-ended'],
  ['hls.started.success', 'streaming-started'],
  ['ingest.start.success', 'streaming-started'],
  ['track.recording.started.success', 'server-recording'],
  ['track.recording.success', 'server-recording'],
  ['stream.recording.success', 'server-recording'],
]);

const transcriptions = new Map<string, 'transcription-started' | 'transcription-finished' | 'transcription-failed'>([
  ['transcription.started.success', 'transcription-started'],
  ['transcription.success', 'transcription-finished'],
  ['transcription.failure', 'transcription-failed'],
]);

const recordingFailures = new Set([
  'recording.failed',
  'beam.failure',
  'track.recording.failure',
  'stream.recording.failure',
  'hls.failure',
]);

/**
 * Reads an event of 100ms' from a verified body, or null when it is none. Presigned addresses, names and free text are
 * left behind.
 * @see https://www.100ms.live/docs/server-side/v2/how-to-guides/configure-webhooks/webhook
 */
export const readHmsEvent = (text: string | null): WebhookEvent | null => {
  const head = readEvent(text, '100ms', 'timestamp', 'room_id');
  if (head === null) return null;
  const { name, data, ...base } = head;
  const known = simple.get(name) ?? transcriptions.get(name);
  if (known !== undefined) return { ...base, type: known };
  if (recordingFailures.has(name)) {
    return { ...base, type: 'recording-failed', reason: wordOf(memberOf(data, 'error_type')) };
  }
  switch (name) {
    case 'peer.join.success':
    case 'peer.leave.success':
      return {
        ...base,
        type: name === 'peer.join.success' ? 'participant-joined' : 'participant-left',
        sub: parseOpaqueId(memberOf(data, 'user_id')),
        vendorRole: wordOf(memberOf(data, 'role')),
      };
    case 'recording.success':
    case 'beam.recording.success': {
      const path = memberOf(data, 'recording_path');
      return { ...base, type: 'recording-finished', path: typeof path === 'string' ? path : null };
    }
    case 'beam.started.success':
      // One service streams and records; with an address to stream to, it streams.
      return isFilled(memberOf(data, 'rtmp'))
        ? { ...base, type: 'streaming-started' }
        : { ...base, type: 'other', name };
    default:
      return { ...base, type: 'other', name };
  }
};
