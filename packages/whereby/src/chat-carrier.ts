import { maximumEnvelopeBytes, type ParticipantId } from '@quietroom/core';

/** Begins every chat text of ours, with its version. */
const marker = 'quietroom:1';
/** The word a host says right before ending the visit: vendor's clients cannot tell that from being removed. */
export const farewell = `${marker}:end`;
/** Longer texts are not looked at. */
const longest = 40 + 128 + Math.ceil(maximumEnvelopeBytes / 3) * 4;

const toBase64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));

const fromBase64 = (text: string): Uint8Array | null => {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text) || text.length % 4 !== 0) return null;
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
};

/**
 * An envelope as text for the room's chat. The chat has no recipient of its own, so ours is written before the bytes;
 * everybody in the room, and the vendor, sees who writes to whom, when, and the padded size.
 */
export const wrapEnvelope = (to: ParticipantId, envelope: Uint8Array): string =>
  `${marker}:${to}:${toBase64(envelope)}`;

/**
 * The bytes in a chat text that is meant for this page, or null: texts of people's other apps, malformed ones and those
 * for others are dropped.
 */
export const unwrapEnvelope = (text: unknown, self: ParticipantId): Uint8Array | null => {
  const prefix = `${marker}:${self}:`;
  if (typeof text !== 'string' || text.length > longest || !text.startsWith(prefix)) return null;
  const bytes = fromBase64(text.slice(prefix.length));
  return bytes === null || bytes.length === 0 || bytes.length > maximumEnvelopeBytes ? null : bytes;
};
