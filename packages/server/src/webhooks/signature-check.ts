import { checkSecrets } from './secret-header.ts';

const lowerCaseDigest = /^[0-9a-f]{64}$/;

/** The value of a digit that is known to be one of 0-9 or a-f. */
const valueOf = (code: number): number => (code < 0x3a ? code - 0x30 : code - 0x57);

const bytesOf = (hexadecimal: string): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(32);
  for (let index = 0; index < 32; index += 1) {
    const high = valueOf(hexadecimal.charCodeAt(index * 2));
    bytes[index] = (high << 4) | valueOf(hexadecimal.charCodeAt(index * 2 + 1));
  }
  return bytes;
};

const isPlain = (bytes: Uint8Array): bytes is Uint8Array<ArrayBuffer> => bytes.buffer instanceof ArrayBuffer;

/**
 * Prepares the check of HMAC-SHA256 signatures in lower-case hexadecimal. The comparison is the platform's own, in
 * constant time. Keys are imported once. What is verified is the message as it was when the check was asked for,
 * whatever happens to its buffer meanwhile.
 * @param secrets one, or two while it is being changed. @throws OptionError
 */
export const createSignatureCheck = (
  secrets: readonly string[],
  crypto: Pick<Crypto, 'subtle'>,
): ((signature: string, message: Uint8Array) => Promise<boolean>) => {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  let keys: readonly CryptoKey[] | null = null;
  const importing = Promise.all(
    checkSecrets('secrets', secrets).map((secret) =>
      crypto.subtle.importKey('raw', new TextEncoder().encode(secret), algorithm, false, ['verify']),
    ),
  );
  // Awaited by the first check; until then a failure must not count as unhandled.
  importing.catch(() => undefined);
  return async (signature, message) => {
    if (!lowerCaseDigest.test(signature)) return false;
    const digest = bytesOf(signature);
    // The platform copies what it verifies when it is asked, so one key that is ready needs no copy of ours.
    const held = keys?.length === 1 && isPlain(message) ? message : new Uint8Array(message);
    for (const key of keys ?? (keys = await importing)) {
      if (await crypto.subtle.verify('HMAC', key, digest, held)) return true;
    }
    return false;
  };
};
