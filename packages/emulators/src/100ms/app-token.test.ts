import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { mintAppToken, readAppToken } from './app-token.ts';

const account = { accessKey: '627cdddff2e4e30487862ad1', secret: 'invalid-app-secret-for-tests-only' };
const claims = { roomId: '631b2654f771854d9bf633df', userId: 'k7q4', role: 'patient' };

/** A token with other claims than `mintAppToken` makes, signed as well. */
const signed = (payload: object, head: object = { alg: 'HS256', typ: 'JWT' }): string => {
  const [first, second] = [head, payload].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'));
  const content = `${first ?? ''}.${second ?? ''}`;
  return `${content}.${createHmac('sha256', account.secret).update(content).digest('base64url')}`;
};
const sound = {
  access_key: account.accessKey,
  type: 'app',
  version: 2,
  room_id: claims.roomId,
  user_id: claims.userId,
  role: claims.role,
  exp: 4_000_000_000,
};

test('a token of the account says who may join what', () => {
  expect(readAppToken(account, mintAppToken(account, claims))).toEqual({ claims });
  expect(readAppToken(account, signed(sound))).toEqual({ claims });
});

test.each([
  ['of another secret', mintAppToken({ ...account, secret: 'other' }, claims), 'bad signature'],
  ['of another account', mintAppToken({ ...account, accessKey: 'other' }, claims), 'unknown access key'],
  ['that has expired', mintAppToken(account, claims, -1), 'token has expired'],
  ['that never expires', signed({ ...sound, exp: undefined }), 'token has expired'],
  ['that is not valid yet', signed({ ...sound, nbf: 4_000_000_000 }), 'token is not valid yet'],
  ['for the REST interface', signed({ ...sound, type: 'management' }), 'not an app token'],
  ['of another algorithm', signed(sound, { alg: 'none' }), 'unknown algorithm'],
  ['without a person', signed({ ...sound, user_id: undefined }), 'room_id, user_id or role is missing'],
  ['that is none', 'nothing', 'unknown algorithm'],
])('a token %s is refused', (_name, token, refused) => {
  expect(readAppToken(account, token)).toEqual({ refused });
});
