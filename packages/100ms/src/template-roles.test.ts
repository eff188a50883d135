import { expect, it } from 'vitest';
import { hms } from './hms.ts';
import { roleOf, type HmsRoles } from './template-roles.ts';

const roles: HmsRoles = { clinician: 'clinician', patient: 'guest-video', waiting: 'waiting-room' };
const options = { roomId: '631b2654f771854d9bf633df', roles, token: () => Promise.reject(new Error('Nobody asks.')) };

it('knows our roles by the vendor’s names for them', () => {
  expect(roleOf(roles, 'guest-video')).toBe('patient');
  expect(roleOf(roles, 'waiting-room')).toBeNull();
  expect(roleOf(roles, 'constructor')).toBeNull();
  expect(roleOf(roles, undefined)).toBeNull();
});

it('makes an adapter without asking anybody anything; there is no lock, and what was not set up cannot be done', () => {
  const { capabilities, provider } = hms(options);
  expect(provider).toBe('100ms');
  for (const action of ['lock', 'setRecording', 'setCaptions'] as const) expect(capabilities.has(action)).toBe(false);
  const more = hms({ ...options, recordingStorageAttestedOn: '2026-11-20', captions: true }).capabilities;
  expect(more.has('setRecording') && more.has('setCaptions')).toBe(true);
  expect(hms({ ...options, recordingStorageAttestedOn: 'yes' }).capabilities.has('setRecording')).toBe(false);
});

it.each([
  ['one role stands for two', { clinician: 'host', waiting: 'host' }],
  ['a role is called by a name', { clinician: 'Zylphia Quonsett', waiting: 'waiting' }],
])('is not made when %s', (_what, wrong) => {
  expect(() => hms({ ...options, roles: wrong })).toThrow('role of its own');
});

it('is not made for a room with a name for an id', () => {
  expect(() => hms({ ...options, roomId: 'zylphia-quonsett' })).toThrow('somebody’s name');
});
