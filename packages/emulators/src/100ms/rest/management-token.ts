import { createHmac, timingSafeEqual } from 'node:crypto';
import { objectOf } from '../../rest/json.ts';

const parse = (part: string): Record<string, unknown> => {
  try {
    return objectOf(JSON.parse(Buffer.from(part, 'base64url').toString('utf8')));
  } catch {
    return {};
  }
};

/** Whether a header authorises a call, as the vendor's documentation describes management tokens. */
export const isManagementToken = (authorization: string | undefined, accessKey: string, secret: string): boolean => {
  const [head = '', payload = '', signature = ''] = (authorization ?? '').replace(/^Bearer /, '').split('.');
  const expected = createHmac('sha256', secret).update(`${head}.${payload}`).digest();
  const received = Buffer.from(signature, 'base64url');
  if (received.length !== expected.length || !timingSafeEqual(received, expected)) return false;
  const { alg } = parse(head);
  const { access_key, type, version, jti, nbf, exp } = parse(payload);
  const now = Date.now() / 1000;
  const isTimely = Number(nbf) <= now && Number(exp) > now;
  return (
    alg === 'HS256' &&
    access_key === accessKey &&
    type === 'management' &&
    version === 2 &&
    isTimely &&
    jti !== undefined
  );
};
