import { checkSecrets } from './secret-header.ts';

const lowerCaseDigest = /^[0-9a-f]{64}$/;

const bytesOf = (hexadecimal: string): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(32);
  for (let index = 0; index < 32; index += 1) {
    bytes[index] = Number.parseInt(hexadecimal.slice(index * 2, index * 2 + 2), 16);
  }
  return bytes;
};

/**
 * Prepares the check of HMAC-SHA256 signatures in lower-case hexadecimal. The comparison is the platform's own, in
 * constant time. Keys are imported once.
 * @param secrets one, or two while it is being changed. @throws OptionError
 */
export const createSignatureCheck = (
  secrets: readonly string[],
  crypto: Pick<Crypto, 'subtle'>,
): ((signature: string, message: Uint8Array<ArrayBuffer>) => Promise<boolean>) => {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const importing = checkSecrets('secrets', secrets).map((secret) => {
    const key = crypto.subtle.importKey('raw', new TextEncoder().encode(secret), algorithm, false, ['verify']);
    // Awaited by the first check; until then a failure must not count as unhandled.
    key.catch(() => undefined);
    return key;
  });
  return async (signature, message) => {
    if (!lowerCaseDigest.test(signature)) return false;
    const digest = bytesOf(signature);
    for (const key of importing) {
      if (await crypto.subtle.verify('HMAC', await key, digest, message)) return true;
    }
    return false;
  };
};
