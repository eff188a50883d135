import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readHmsEvent } from './hms-event.ts';
import { incidentOf } from './incident.ts';
import { signedAt } from './vendor-vectors.test.support.ts';
import { readWherebyEvent } from './whereby-event.ts';

const at = new Date(signedAt).toISOString();
const sub = '1f0c7a2e-58d3-4b6f-9e21-7c0d5a3b9e44';
const encode = (value: unknown) => JSON.stringify(value);
const hms = (type: string, data: object = {}) =>
  readHmsEvent(encode({ id: 'e1', timestamp: at, type, data: { room_id: '60b8e13a6eb86d8101b57354', ...data } }));
const whereby = (type: string, data: object = {}) =>
  readWherebyEvent(encode({ id: 'e1', createdAt: at, type, data: { meetingId: '10000000', ...data } }));

describe("100ms' events", () => {
  it.each([
    [
      'peer.join.success',
      { user_id: sub, role: 'patient' },
      { type: 'participant-joined', sub, vendorRole: 'patient' },
    ],
    ['peer.leave.success', { user_id: sub }, { type: 'participant-left', sub, vendorRole: null }],
    ['session.open.success', {}, { type: 'session-started' }],
    ['session.close.success', {}, { type: 'session-ended' }],
    [
      'beam.recording.success',
      { recording_path: 's3://b/k.mp4' },
      { type: 'recording-finished', path: 's3://b/k.mp4' },
    ],
    ['recording.success', {}, { type: 'recording-finished', path: null }],
    [
      'recording.failed',
      { error_type: 'CLOUD_ACCESS_ERROR' },
      { type: 'recording-failed', reason: 'CLOUD_ACCESS_ERROR' },
    ],
    ['beam.failure', { error_type: 'upload of Zylphia Quonsett' }, { type: 'recording-failed', reason: null }],
    ['track.recording.failure', {}, { type: 'recording-failed' }],
    ['stream.recording.failure', {}, { type: 'recording-failed' }],
    ['hls.started.success', {}, { type: 'streaming-started' }],
    ['beam.started.success', { rtmp: [{ url: 'rtmp://example.invalid' }] }, { type: 'streaming-started' }],
    ['beam.started.success', { rtmp: [] }, { type: 'other', name: 'beam.started.success' }],
    ['transcription.failure', {}, { type: 'transcription-failed' }],
    ['something.new', {}, { type: 'other', name: 'something.new' }],
  ])('%s %j', (type, data, expected) => {
    expect(hms(type, data)).toMatchObject({ ...expected, id: 'e1', at: signedAt, room: '60b8e13a6eb86d8101b57354' });
  });

  it('leave names, texts and addresses that open a recording behind', () => {
    const event = hms('beam.recording.success', {
      recording_path: 's3://bucket/key.mp4',
      recording_presigned_url: 'https://bucket.invalid/key.mp4?signature=canary-1',
      chat_recording_presigned_url: 'https://bucket.invalid/chat.csv?signature=canary-2',
      room_name: 'canary-3',
      user_name: 'canary-4',
      meeting_url: 'https://app.invalid/canary-5',
    });
    expect(JSON.stringify(event)).not.toContain('canary');
  });
});

describe("Whereby's events", () => {
  it.each([
    [
      'room.client.joined',
      { roleName: 'visitor', displayName: 'canary' },
      { type: 'participant-joined', sub: null, vendorRole: 'visitor' },
    ],
    ['room.client.left', { roleName: 'host', externalId: sub }, { type: 'participant-left', sub }],
    ['room.session.started', {}, { type: 'session-started' }],
    ['room.session.ended', {}, { type: 'session-ended' }],
    ['recording.finished', { status: 'completed', filename: 'k.mp4' }, { type: 'recording-finished', path: 'k.mp4' }],
    ['recording.finished', { status: 'failed', filename: 'k.mp4' }, { type: 'recording-failed', reason: 'failed' }],
    ['recording.finished', {}, { type: 'recording-failed', reason: null }],
    ['recording.failed', {}, { type: 'recording-failed' }],
    ['transcription.started', {}, { type: 'transcription-started' }],
    ['transcription.failed', { error: 'canary' }, { type: 'transcription-failed' }],
    ['room.client.knocked', { displayName: 'canary' }, { type: 'other', name: 'room.client.knocked' }],
  ])('%s %j', (type, data, expected) => {
    const event = whereby(type, data);
    expect(event).toMatchObject({ ...expected, at: signedAt, room: '10000000' });
    expect(JSON.stringify(event)).not.toContain('canary');
  });
});

describe('an incident', () => {
  const kindOf = (event: ReturnType<typeof hms>) => event && (incidentOf(event)?.kind ?? null);

  it('is a live stream, a media-server recording or a transcription', () => {
    expect(kindOf(hms('hls.started.success'))).toBe('live-streaming');
    expect(kindOf(hms('track.recording.started.success'))).toBe('server-recording');
    expect(kindOf(hms('transcription.started.success'))).toBe('transcription');
    expect(kindOf(whereby('transcription.started'))).toBe('transcription');
  });

  it('is somebody to whom this server gave no token, and not the recorder', () => {
    expect(kindOf(hms('peer.join.success', { user_id: 'a developer', role: 'host' }))).toBe('unexpected-participant');
    expect(kindOf(hms('peer.join.success', { user_id: sub, role: 'patient' }))).toBeNull();
    expect(kindOf(hms('peer.join.success', { user_id: 'beam', role: '__internal_recorder' }))).toBeNull();
    expect(kindOf(hms('peer.leave.success', { user_id: 'a developer' }))).toBeNull();
    expect(kindOf(whereby('room.client.joined', { roleName: 'visitor' }))).toBeNull();
  });
});

it('reads whatever was signed without throwing', () => {
  const data = fc.oneof(
    fc.anything(),
    fc.dictionary(fc.constantFrom('room_id', 'meetingId', 'user_id', 'status'), fc.anything()),
  );
  const event = fc.record({
    id: fc.anything(),
    type: fc.anything(),
    timestamp: fc.anything(),
    createdAt: fc.anything(),
    data,
  });
  fc.assert(
    fc.property(fc.oneof(event, fc.anything()), (value) => {
      let text: string | undefined;
      try {
        text = JSON.stringify(value);
      } catch {
        text = undefined;
      }
      expect([readHmsEvent(text ?? null), readWherebyEvent(text ?? null)]).toBeDefined();
    }),
  );
});
