import type { Environment } from '../contract/environment.ts';
import type { OpaqueId } from '../contract/identity.ts';

const uuidVersion4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** How long an opaque id is as bytes. */
export const opaqueIdBytes = 16;

const write = (bytes: Uint8Array): string => {
  const digits = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    digits.slice(12, 16),
    digits.slice(16, 20),
    digits.slice(20, 32),
  ].join('-');
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
  const digits = id.replaceAll('-', '');
  return Uint8Array.from({ length: opaqueIdBytes }, (_, index) =>
    Number.parseInt(digits.slice(index * 2, index * 2 + 2), 16),
  );
};

/** The id that 16 bytes spell, or null when they are not a UUID version 4. */
export const opaqueIdFromBytes = (bytes: Uint8Array): OpaqueId | null =>
  bytes.length === opaqueIdBytes ? parseOpaqueId(write(bytes)) : null;
