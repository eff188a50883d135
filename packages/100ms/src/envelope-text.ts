import { maximumEnvelopeBytes } from '@quietroom/core';

/** The type of this adapter's messages, with its version. The vendor's client shows and keeps no message of it. */
export const messageType = 'quietroom.1';
/** Longer texts are not looked at. */
const longest = Math.ceil(maximumEnvelopeBytes / 3) * 4;

/** An envelope as text. */
export const writeEnvelope = (envelope: Uint8Array): string => btoa(String.fromCharCode(...envelope));

/** The bytes in a text, or none: what is no envelope is core's to drop and to note. */
export const readEnvelope = (text: unknown): Uint8Array => {
  if (typeof text !== 'string' || text.length > longest || text.length % 4 !== 0) return new Uint8Array();
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text)) return new Uint8Array();
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
};
