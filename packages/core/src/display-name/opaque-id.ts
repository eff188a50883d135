import type { Environment } from '../contract/environment.ts';
import type { OpaqueId } from '../contract/identity.ts';

const uuidVersion4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** How long an opaque id is as bytes. */
export const opaqueIdBytes = 16;

const hexadecimal = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
/** Before which bytes a hyphen stands, and where each byte's digits then begin. */
const hyphenBefore = new Set([4, 6, 8, 10]);
const digitsAt = Array.from(
  { length: opaqueIdBytes },
  (_, byte) => byte * 2 + [4, 6, 8, 10].filter((at) => at <= byte).length,
);

const write = (bytes: Uint8Array): string => {
  let text = '';
  for (const [index, byte] of bytes.entries())
    text += `${hyphenBefore.has(index) ? '-' : ''}${hexadecimal[byte] ?? ''}`;
  return text;
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

/** The 16 bytes of an id, as envelopes carry it. */
export const opaqueIdToBytes = (id: OpaqueId): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(opaqueIdBytes);
  for (const [index, at] of digitsAt.entries()) bytes[index] = Number.parseInt(id.slice(at, at + 2), 16);
  return bytes;
};

/** The id that 16 bytes spell, or null when they are not a UUID version 4. */
export const opaqueIdFromBytes = (bytes: Uint8Array): OpaqueId | null =>
  bytes.length === opaqueIdBytes ? parseOpaqueId(write(bytes)) : null;
