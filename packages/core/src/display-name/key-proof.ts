import type { Environment } from '../contract/environment.ts';
import { RoomError } from '../contract/room-error.ts';
import { publicKeyBytes, type PassKeys } from './pass-keys.ts';

/** A question only the holder of a private key can answer. Make one per connection and ask it once. */
export interface Challenge {
  /** Raw uncompressed P-256 point, 65 bytes, made for this challenge alone. */
  readonly publicKey: Uint8Array<ArrayBuffer>;
  /** 32 random bytes. */
  readonly nonce: Uint8Array<ArrayBuffer>;
  /**
   * Whether the answer was made with the private half of `claimantPublicKey` (raw P-256). False for anything else,
   * including bytes that are no key; never throws.
   */
  verify(answer: Uint8Array, claimantPublicKey: Uint8Array): Promise<boolean>;
}

type Subtle = Pick<Environment['crypto'], 'subtle'>;

const purpose = new TextEncoder().encode('quietroom key proof v1');
const curve = { name: 'ECDH', namedCurve: 'P-256' } as const;

const importPublicKey = (raw: Uint8Array, { subtle }: Subtle): Promise<CryptoKey> => {
  // Browsers also read compressed points; one form only, because the raw bytes are part of what is authenticated.
  if (raw.length !== publicKeyBytes || raw[0] !== 0x04) throw new RoomError('pass-refused');
  return subtle.importKey('raw', new Uint8Array(raw), curve, false, []);
};

const authenticationKey = async (
  ownPrivateKey: CryptoKey,
  theirPublicKey: CryptoKey,
  nonce: Uint8Array<ArrayBuffer>,
  { subtle }: Subtle,
): Promise<CryptoKey> => {
  const shared = await subtle.deriveBits({ name: 'ECDH', public: theirPublicKey }, ownPrivateKey, 256);
  const material = await subtle.importKey('raw', shared, 'HKDF', false, ['deriveBits']);
  const bits = await subtle.deriveBits({ name: 'HKDF', hash: 'SHA-256', salt: nonce, info: purpose }, material, 256);
  return subtle.importKey('raw', bits, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign', 'verify']);
};

const statement = (nonce: Uint8Array, challengeKey: Uint8Array, claimantKey: Uint8Array): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(nonce.length + challengeKey.length + claimantKey.length);
  bytes.set(nonce, 0);
  bytes.set(challengeKey, nonce.length);
  bytes.set(claimantKey, nonce.length + challengeKey.length);
  return bytes;
};

/** Makes a challenge for somebody who says that a public key is theirs. */
export const createChallenge = async (crypto: Environment['crypto']): Promise<Challenge> => {
  const { subtle } = crypto;
  const pair = await subtle.generateKey(curve, false, ['deriveBits']);
  const publicKey = new Uint8Array(await subtle.exportKey('raw', pair.publicKey));
  const nonce = crypto.getRandomValues(new Uint8Array(32));
  return {
    publicKey,
    nonce,
    async verify(answer, claimantPublicKey) {
      try {
        const claimant = await importPublicKey(claimantPublicKey, crypto);
        const key = await authenticationKey(pair.privateKey, claimant, nonce, crypto);
        // `subtle.verify` compares in constant time.
        return await subtle.verify('HMAC', key, new Uint8Array(answer), statement(nonce, publicKey, claimantPublicKey));
      } catch {
        return false;
      }
    },
  };
};

/**
 * Answers a challenge with this page's private key: ECDH, HKDF-SHA-256 salted with the nonce, HMAC-SHA-256 over the
 * nonce and both public keys. @throws RoomError `pass-refused` when the challenge's key is not a P-256 point.
 */
export const answerChallenge = async (
  keys: Pick<PassKeys, 'privateKey' | 'publicKey'>,
  challengeKey: Uint8Array,
  nonce: Uint8Array,
  crypto: Subtle,
): Promise<Uint8Array<ArrayBuffer>> => {
  try {
    const challenger = await importPublicKey(challengeKey, crypto);
    const key = await authenticationKey(keys.privateKey, challenger, new Uint8Array(nonce), crypto);
    return new Uint8Array(await crypto.subtle.sign('HMAC', key, statement(nonce, challengeKey, keys.publicKey)));
  } catch (error) {
    throw RoomError.from(error, 'pass-refused');
  }
};
