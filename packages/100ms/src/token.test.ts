import { createOpaqueId } from '@quietroom/core';
import { describe, expect, it } from 'vitest';
import type { HmsRoles } from './template-roles.ts';
import { checkToken } from './token.ts';

const roles: HmsRoles = { clinician: 'clinician', patient: 'patient', waiting: 'waiting-room' };
const roomId = '631b2654f771854d9bf633df';
const id = createOpaqueId(crypto);

/** Base64 as tokens have it. */
const part = (text: string): string => Buffer.from(text).toString('base64url');
const tokenOf = (claims: object): string =>
  `${part('{"alg":"HS256"}')}.${part(JSON.stringify(claims))}.${part('signed')}`;
const claims = { user_id: id, room_id: roomId, role: 'waiting-room' };
const check = (token: string, role: 'patient' | 'clinician' = 'patient') => {
  checkToken(token, { roomId, roles }, { id, role });
};
const refused = expect.objectContaining({ name: 'RoomError', code: 'pass-refused' }) as Error;

describe('a token of the vendor’s', () => {
  it('is for this person, in this room, in the role in which they wait', () => {
    expect(() => {
      check(tokenOf(claims));
    }).not.toThrow();
    expect(() => {
      check(tokenOf({ ...claims, role: 'clinician' }), 'clinician');
    }).not.toThrow();
  });

  it.each([
    ['names somebody', { user_id: 'zylphia.quonsett@example.invalid' }],
    ['holds a record number', { user_id: 'MRN 84-0031-77' }],
    ['is somebody else’s', { user_id: createOpaqueId(crypto) }],
    ['is for another room', { room_id: '0'.repeat(24) }],
    ['says no room', { room_id: undefined }],
    ['says no role', { role: undefined }],
  ])('is refused when it %s', (_what, change) => {
    expect(() => {
      check(tokenOf({ ...claims, ...change }));
    }).toThrow(refused);
  });

  it('is refused when the vendor’s client could not decode it, though it is a valid one', () => {
    const token = tokenOf({ ...claims, note: '>>>???~~~' });
    expect(token.split('.')[1]).toMatch(/[-_]/);
    expect(() => {
      check(token);
    }).toThrow(refused);
  });

  it.each(['', 'no token', 'a.b', `${part('{}')}.${part('not json')}.${part('x')}`, `a.${part('null')}.c`])(
    'is refused when it is none: %s',
    (token) => {
      expect(() => {
        check(token);
      }).toThrow(refused);
    },
  );

  it('lets nobody but a clinician come in by themselves, and no clinician wait', () => {
    const mismatch = expect.objectContaining({ code: 'pass-mismatch' }) as Error;
    expect(() => {
      check(tokenOf({ ...claims, role: 'patient' }));
    }).toThrow(mismatch);
    expect(() => {
      check(tokenOf({ ...claims, role: 'clinician' }));
    }).toThrow(mismatch);
    expect(() => {
      check(tokenOf(claims), 'clinician');
    }).toThrow(mismatch);
  });
});
