import type { DropReason } from '../audit/audit-event.ts';
import type { OpaqueId } from '../contract/identity.ts';
import { RoomError } from '../contract/room-error.ts';
import { opaqueIdFromBytes, writeOpaqueId } from '../display-name/opaque-id.ts';
import { publicKeyBytes } from '../display-name/pass-keys.ts';
import { maximumEnvelopeBytes, type Envelope } from './envelope.ts';
import { paddingClass, maximumPaddedBytes } from './padding.ts';

/** The only layout there is; see docs/messages.md for the table. */
export const envelopeVersion = 1;
/** The most envelopes one message may take. */
export const maximumParts = 16;

const kinds = { sealed: 1, announcement: 2 } as const;
/** Where each field of a sealed envelope begins. Integers are big-endian. */
const at = {
  sender: 2,
  recipient: 18,
  message: 34,
  sequence: 50,
  part: 54,
  parts: 55,
  enc: 56,
  ciphertext: 121,
} as const;
const announcementPassAt = 2 + publicKeyBytes;
/** AES-GCM's tag. */
export const tagBytes = 16;

/** What a sealed envelope shows to whoever carries it. All of it is authenticated. */
export interface SealedHeader {
  /** The `sub` of the sender's and of the recipient's visit pass. */
  readonly sender: OpaqueId;
  readonly recipient: OpaqueId;
  /** Random; the same for all parts and retries of one message. */
  readonly message: OpaqueId;
  /** 1, 2, 3 … within one `enc`; never used twice. */
  readonly sequence: number;
  /** This part, from 0, and how many there are, 1 to 16. */
  readonly part: number;
  readonly parts: number;
  /** HPKE's encapsulated key, 65 bytes: which context the message was sealed in. */
  readonly enc: Uint8Array;
}

/** A sealed envelope taken apart. Nothing of it has been authenticated yet. */
export interface SealedEnvelope extends SealedHeader {
  readonly kind: 'sealed';
  /** The bytes before the ciphertext, which are authenticated with it. */
  readonly header: Uint8Array;
  readonly ciphertext: Uint8Array;
}

/** A key announcement taken apart. The pass has not been checked yet. */
export interface KeyAnnouncement {
  readonly kind: 'announcement';
  /** Raw uncompressed P-256, 65 bytes. */
  readonly publicKey: Uint8Array;
  readonly pass: string;
}

/** Bytes that are no envelope of ours. */
export interface Undecodable {
  readonly kind: 'refused';
  readonly reason: Extract<DropReason, 'unknown-version' | 'malformed'>;
}

const malformed: Undecodable = { kind: 'refused', reason: 'malformed' };

/** How many bytes stand before the ciphertext. */
export const sealedHeaderBytes = at.ciphertext;

/** Writes the bytes before the ciphertext to the beginning of these. */
export const writeSealedHeader = (header: SealedHeader, into: Uint8Array): void => {
  const { sequence } = header;
  into[0] = envelopeVersion;
  into[1] = kinds.sealed;
  writeOpaqueId(header.sender, into, at.sender);
  writeOpaqueId(header.recipient, into, at.recipient);
  writeOpaqueId(header.message, into, at.message);
  for (let byte = 0; byte < 4; byte += 1) into[at.sequence + byte] = sequence >>> (24 - 8 * byte);
  into[at.part] = header.part;
  into[at.parts] = header.parts;
  into.set(header.enc, at.enc);
};

/** The bytes before the ciphertext. */
export const encodeSealedHeader = (header: SealedHeader): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(sealedHeaderBytes);
  writeSealedHeader(header, bytes);
  return bytes;
};

/** Joins a header and what was sealed under it. */
export const encodeSealed = (header: Uint8Array, ciphertext: Uint8Array): Envelope => {
  const bytes = new Uint8Array(header.length + ciphertext.length);
  bytes.set(header, 0);
  bytes.set(ciphertext, header.length);
  return bytes as Uint8Array as Envelope;
};

/** Writes the announcement of a key with the pass that vouches for it. @throws RoomError `pass-refused` when it does not fit. */
export const encodeKeyAnnouncement = (publicKey: Uint8Array, pass: string): Envelope => {
  if (!/^[\w.-]+$/.test(pass) || announcementPassAt + pass.length > maximumEnvelopeBytes) {
    throw new RoomError('pass-refused');
  }
  const bytes = new Uint8Array(announcementPassAt + pass.length);
  bytes[0] = envelopeVersion;
  bytes[1] = kinds.announcement;
  bytes.set(publicKey, 2);
  bytes.set(new TextEncoder().encode(pass), announcementPassAt);
  return bytes as Uint8Array as Envelope;
};

const decodeAnnouncement = (bytes: Uint8Array): KeyAnnouncement | Undecodable => {
  const publicKey = bytes.subarray(2, announcementPassAt);
  const pass = new TextDecoder().decode(bytes.subarray(announcementPassAt));
  // A compact JWS: three parts of base64url. Anything else need not be looked at.
  if (publicKey[0] !== 0x04 || !/^[\w-]+\.[\w-]+\.[\w-]+$/.test(pass)) return malformed;
  return { kind: 'announcement', publicKey, pass };
};

const decodeSealed = (bytes: Uint8Array): SealedEnvelope | Undecodable => {
  const padded = bytes.length - at.ciphertext - tagBytes;
  if (padded < paddingClass || padded > maximumPaddedBytes || padded % paddingClass !== 0) return malformed;
  const sender = opaqueIdFromBytes(bytes, at.sender);
  const recipient = opaqueIdFromBytes(bytes, at.recipient);
  const message = opaqueIdFromBytes(bytes, at.message);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const sequence = view.getUint32(at.sequence);
  const part = view.getUint8(at.part);
  const parts = view.getUint8(at.parts);
  const enc = bytes.subarray(at.enc, at.ciphertext);
  if (sender === null || recipient === null || message === null) return malformed;
  if (sequence === 0 || parts === 0 || parts > maximumParts || part >= parts || enc[0] !== 0x04) return malformed;
  const header = bytes.subarray(0, at.ciphertext);
  const ciphertext = bytes.subarray(at.ciphertext);
  return { kind: 'sealed', sender, recipient, message, sequence, part, parts, enc, header, ciphertext };
};

/** Takes bytes apart. Never throws: what is no envelope of ours is `refused` with the reason. */
export const decodeEnvelope = (bytes: Uint8Array): SealedEnvelope | KeyAnnouncement | Undecodable => {
  if (bytes.length === 0 || bytes.length > maximumEnvelopeBytes) return malformed;
  if (bytes[0] !== envelopeVersion) return { kind: 'refused', reason: 'unknown-version' };
  if (bytes[1] === kinds.sealed && bytes.length > at.ciphertext) return decodeSealed(bytes);
  if (bytes[1] === kinds.announcement && bytes.length > announcementPassAt) return decodeAnnouncement(bytes);
  return malformed;
};
