import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import { objectOf } from '../rest/json.ts';

/** What the vendor knows a customer by. */
export interface Account {
  readonly accessKey: string;
  readonly secret: string;
}

/** What a token says: who may join which room in which role. */
export interface AppClaims {
  readonly roomId: string;
  readonly userId: string;
  readonly role: string;
}

const sign = (secret: string, content: string): Buffer => createHmac('sha256', secret).update(content).digest();

const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

const decode = (part: string): Record<string, unknown> => {
  try {
    return objectOf(JSON.parse(Buffer.from(part, 'base64url').toString('utf8')));
  } catch {
    return {};
  }
};

/** Makes a token as a customer's server would. `lifetime` is in seconds; a negative one has passed. Default an hour. */
export const mintAppToken = (account: Account, claims: AppClaims, lifetime = 3_600, now = Date.now()): string => {
  const seconds = Math.floor(now / 1_000);
  const content = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode({
    access_key: account.accessKey,
    type: 'app',
    version: 2,
    room_id: claims.roomId,
    user_id: claims.userId,
    role: claims.role,
    jti: randomUUID(),
    iat: seconds,
    nbf: seconds - 30,
    exp: seconds + lifetime,
  })}`;
  return `${content}.${sign(account.secret, content).toString('base64url')}`;
};

/** Reads a token as the vendor's documentation describes it: HS256, of this account, in time. Else says why not. */
export const readAppToken = (
  account: Account,
  token: string,
  now = Date.now(),
): { readonly claims: AppClaims } | { readonly refused: string } => {
  const [head = '', payload = '', signature = ''] = token.split('.');
  const received = Buffer.from(signature, 'base64url');
  const expected = sign(account.secret, `${head}.${payload}`);
  if (decode(head)['alg'] !== 'HS256') return { refused: 'unknown algorithm' };
  if (received.length !== expected.length || !timingSafeEqual(received, expected)) return { refused: 'bad signature' };
  const claims = decode(payload);
  if (claims['access_key'] !== account.accessKey) return { refused: 'unknown access key' };
  if (claims['type'] !== 'app' || claims['version'] !== 2) return { refused: 'not an app token' };
  const seconds = now / 1_000;
  if (!(Number(claims['exp']) > seconds)) return { refused: 'token has expired' };
  if (claims['nbf'] !== undefined && Number(claims['nbf']) > seconds) return { refused: 'token is not valid yet' };
  const { room_id: roomId, user_id: userId, role } = claims;
  if (typeof roomId !== 'string' || typeof userId !== 'string' || typeof role !== 'string') {
    return { refused: 'room_id, user_id or role is missing' };
  }
  return { claims: { roomId, userId, role } };
};
