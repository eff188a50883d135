import { SignJWT } from 'jose';

/** What the vendor knows an account by. */
export interface HmsCredentials {
  readonly accessKey: string;
  /** A secret: server only. Whoever has it can join any room. */
  readonly secret: string;
}

/** How long a management token lives, in seconds: as long as one call may take, with its repetitions. */
const lifetime = 600;
/** How far our clock may be ahead of the vendor's, in seconds. */
const skew = 30;

/** The token that authorises one call to the vendor's REST interface. Not for browsers: it can do everything. */
export const signManagementToken = (
  { accessKey, secret }: HmsCredentials,
  now: number,
  crypto: Pick<Crypto, 'randomUUID'> = globalThis.crypto,
): Promise<string> => {
  const seconds = Math.floor(now / 1000);
  return new SignJWT({ access_key: accessKey, type: 'management', version: 2 })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setJti(crypto.randomUUID())
    .setIssuedAt(seconds)
    .setNotBefore(seconds - skew)
    .setExpirationTime(seconds + lifetime)
    .sign(new TextEncoder().encode(secret));
};
