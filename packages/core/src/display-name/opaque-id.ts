import type { Environment } from '../contract/environment.ts';
import type { OpaqueId } from '../contract/identity.ts';

const uuidVersion4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** How long an opaque id is as bytes. */
export const opaqueIdBytes = 16;

// Every envelope carries three ids, so these two are plain loops over tables.
const hexadecimal = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
const hyphensBefore = new Set([4, 6, 8, 10]);
const separators = Array.from({ length: opaqueIdBytes }, (_, byte) => (hyphensBefore.has(byte) ? '-' : ''));
/** Where in the text each byte's two digits begin. */
const digitsAt = Array.from(separators, (_, byte) => byte * 2 + [...hyphensBefore].filter((at) => at <= byte).length);

const write = (bytes: Uint8Array, start = 0): string => {
  let text = '';
  for (let index = 0; index < opaqueIdBytes; index += 1) {
    text += (separators[index] ?? '') + (hexadecimal[bytes[start + index] ?? 0] ?? '');
  }
  return text;
};

/** The value of a lower-case hexadecimal digit. */
const digit = (text: string, at: number): number => {
  const code = text.charCodeAt(at);
  return code < 0x3a ? code - 0x30 : code - 0x57;
};

/** A fresh random id (UUID version 4, RFC 9562), drawn from the cryptographic random source and from nothing else. */
export const createOpaqueId = (crypto: Pick<Environment['crypto'], 'getRandomValues'>): OpaqueId => {
  const bytes = crypto.getRandomValues(new Uint8Array(opaqueIdBytes));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return write(bytes) as OpaqueId;
};

/** The value as an opaque id, or null when it is not a lower-case UUID version 4. */
export const parseOpaqueId = (value: unknown): OpaqueId | null =>
  typeof value === 'string' && uuidVersion4.test(value) ? (value as OpaqueId) : null;

/** Writes the 16 bytes of an id, as envelopes carry it, from `start` on. */
export const writeOpaqueId = (id: OpaqueId, into: Uint8Array, start: number): void => {
  for (let index = 0; index < opaqueIdBytes; index += 1) {
    const at = digitsAt[index] ?? 0;
    into[start + index] = digit(id, at) * 16 + digit(id, at + 1);
  }
};

/** The 16 bytes of an id. */
export const opaqueIdToBytes = (id: OpaqueId): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(opaqueIdBytes);
  writeOpaqueId(id, bytes, 0);
  return bytes;
};

/** The id that the 16 bytes from `start` on spell, or null when they are not a UUID version 4, or not there. */
export const opaqueIdFromBytes = (bytes: Uint8Array, start = 0): OpaqueId | null => {
  const isVersion4 = (bytes[start + 6] ?? 0) >> 4 === 4 && (bytes[start + 8] ?? 0) >> 6 === 2;
  return isVersion4 && bytes.length - start >= opaqueIdBytes ? (write(bytes, start) as OpaqueId) : null;
};
