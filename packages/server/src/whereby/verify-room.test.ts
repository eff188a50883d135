import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { verifyWherebyRoom } from './verify-room.ts';

const name = '4b3bd908-cb88-11ec-9d64-0242ac120002';
const room = {
  meetingId: '1',
  roomName: `/${name}`,
  roomUrl: `https://clinic.whereby.invalid/${name}`,
  isLocked: true,
  roomPreferences: { streaming: false, roomIntegrations: false },
  recording: { type: 'none' },
};
const cloud = { type: 'cloud', destination: { provider: 's3', bucket: 'clinic-recordings-7' } };

const broken = (readBack: unknown, recording?: 'none' | 'local' | 'cloud') =>
  verifyWherebyRoom(readBack, recording === undefined ? {} : { recording })
    .filter(({ verdict }) => verdict === 'broken')
    .map(({ ruleId }) => ruleId);

describe('what Whereby reads back', () => {
  it('has no findings when the room is as it must be', () => {
    expect(verifyWherebyRoom(room)).toEqual([]);
    expect(verifyWherebyRoom({ ...room, recording: cloud }, { recording: 'cloud' })).toEqual([]);
  });

  it.each([
    ['W1-04', { isLocked: false }],
    ['W1-04', { isLocked: 'true' }],
    ['W1-05', { roomName: '/psych-4b3bd908-cb88-11ec-9d64-0242ac120002' }],
    ['W1-05', { roomName: '/zylphia-quonsett' }],
    ['W1-05', { roomUrl: 'https://clinic.whereby.invalid/zylphia-quonsett' }],
    ['W1-05', { roomUrl: `http://clinic.whereby.invalid/${name}` }],
    ['W1-06', { roomPreferences: { streaming: true, roomIntegrations: false } }],
    ['W1-07', { roomPreferences: { streaming: false, roomIntegrations: true } }],
    ['W1-12', { recording: { type: 'local' } }],
    ['W1-32', { liveTranscription: { provider: 'whereby' } }],
  ])('breaks %s with %j', (ruleId, change) => {
    expect(broken({ ...room, ...change })).toEqual([ruleId]);
  });

  it('tells recording that the vendor would keep', () => {
    const hosted = { type: 'cloud', destination: { provider: 'whereby' } };
    expect(broken({ ...room, recording: hosted }, 'cloud')).toEqual(['W1-13', 'W1-11']);
    expect(verifyWherebyRoom({ ...room, recording: { type: 'cloud' } }, { recording: 'cloud' })).toMatchObject([
      { ruleId: 'W1-13', verdict: 'unknown' },
    ]);
  });

  it('says unknown, and never met, about what the documented answer leaves out', () => {
    const { meetingId, roomName, roomUrl } = room;
    const findings = verifyWherebyRoom({ meetingId, roomName, roomUrl });
    expect(findings.map(({ ruleId, verdict }) => `${ruleId} ${verdict}`)).toEqual([
      'W1-04 unknown',
      'W1-06 unknown',
      'W1-07 unknown',
      'W1-12 unknown',
    ]);
  });

  it('is never found good when it is anything else', () => {
    fc.assert(
      fc.property(fc.anything(), (readBack) => {
        expect(verifyWherebyRoom(readBack)).not.toEqual([]);
      }),
    );
  });
});
