import type { Environment } from '../contract/environment.ts';
import { RoomError } from '../contract/room-error.ts';
import { toBase64url } from './base64url.ts';

/** How long a raw uncompressed P-256 public key is. */
export const publicKeyBytes = 65;

/** What the page shows of its key, in the form host servers read. */
export interface PublicKeyJwk {
  readonly kty: 'EC';
  readonly crv: 'P-256';
  readonly x: string;
  readonly y: string;
}

/** The key pair of one page in one visit. In memory only: a reload makes a new one. */
export interface PassKeys {
  /** ECDH P-256, usable only for `deriveBits`. It cannot be exported, by us or by a script in the page. */
  readonly privateKey: CryptoKey;
  /** The same key's public half as the browser holds it. */
  readonly publicCryptoKey: CryptoKey;
  /** Raw uncompressed point, 65 bytes. */
  readonly publicKey: Uint8Array<ArrayBuffer>;
  /** What is sent to the host's server to be put into the visit pass. */
  readonly publicJwk: PublicKeyJwk;
  /** RFC 7638 SHA-256 thumbprint, base64url: what the pass's `cnf.jkt` must be. */
  readonly thumbprint: string;
}

const toJwk = (rawPublicKey: Uint8Array): PublicKeyJwk => ({
  kty: 'EC',
  crv: 'P-256',
  x: toBase64url(rawPublicKey.subarray(1, 33)),
  y: toBase64url(rawPublicKey.subarray(33)),
});

/**
 * The RFC 7638 SHA-256 thumbprint of a raw P-256 public key (65 bytes, uncompressed), base64url.
 * @throws RoomError `pass-refused` when the bytes are not of that form. Whether the point is on the curve is not checked.
 */
export const publicKeyThumbprint = async (
  rawPublicKey: Uint8Array,
  crypto: Pick<Environment['crypto'], 'subtle'>,
): Promise<string> => {
  if (rawPublicKey.length !== publicKeyBytes || rawPublicKey[0] !== 0x04) throw new RoomError('pass-refused');
  const { crv, kty, x, y } = toJwk(rawPublicKey);
  // RFC 7638, section 3: the required members in alphabetical order, without spaces.
  const canonical = JSON.stringify({ crv, kty, x, y });
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(canonical));
  return toBase64url(new Uint8Array(digest));
};

/** Makes the key pair that a visit pass will be bound to. */
export const createPassKeys = async (crypto: Pick<Environment['crypto'], 'subtle'>): Promise<PassKeys> => {
  const pair = await crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, false, ['deriveBits']);
  const publicKey = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
  return {
    privateKey: pair.privateKey,
    publicCryptoKey: pair.publicKey,
    publicKey,
    publicJwk: toJwk(publicKey),
    thumbprint: await publicKeyThumbprint(publicKey, crypto),
  };
};
