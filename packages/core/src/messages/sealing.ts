import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core';
import type { Environment } from '../contract/environment.ts';
import type { OpaqueId } from '../contract/identity.ts';
import { RoomError } from '../contract/room-error.ts';
import { opaqueIdBytes, opaqueIdToBytes, writeOpaqueId } from '../display-name/opaque-id.ts';
import { publicKeyBytes, type PassKeys } from '../display-name/pass-keys.ts';
import {
  sealedHeaderBytes,
  tagBytes,
  writeSealedHeader,
  type SealedEnvelope,
  type SealedHeader,
} from './envelope-codec.ts';
import type { Envelope } from './envelope.ts';
import { pad, unpad } from './padding.ts';

type Subtle = Pick<Environment['crypto'], 'subtle'>;
type OwnKeys = Pick<PassKeys, 'privateKey' | 'publicCryptoKey'>;

/** DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-256-GCM (RFC 9180). The only suite; nothing is negotiated. */
const suite = new CipherSuite({
  kem: new DhkemP256HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes256Gcm(),
});
const label = new TextEncoder().encode('quietroom messages v1');
const exportLabel = new TextEncoder().encode('quietroom message key v1');
const lastSequence = 0xffff_ffff;

const join = (first: Uint8Array, second: Uint8Array): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(first.length + second.length);
  bytes.set(first, 0);
  bytes.set(second, first.length);
  return bytes;
};

const infoFor = (visit: OpaqueId): Uint8Array<ArrayBuffer> => join(label, opaqueIdToBytes(visit));

/** The sequence number is the nonce: unique under a key that belongs to one `enc` alone. */
const nonceFor = (sequence: number): Uint8Array<ArrayBuffer> => {
  const nonce = new Uint8Array(12);
  for (let byte = 0; byte < 4; byte += 1) nonce[8 + byte] = sequence >>> (24 - 8 * byte);
  return nonce;
};

/** Reads an announced key. @throws RoomError `pass-refused` when it is no point of P-256. */
export const importAnnouncedKey = async (raw: Uint8Array, { subtle }: Subtle): Promise<CryptoKey> => {
  if (raw.length !== publicKeyBytes || raw[0] !== 0x04) throw new RoomError('pass-refused');
  try {
    return await subtle.importKey('raw', new Uint8Array(raw), { name: 'ECDH', namedCurve: 'P-256' }, true, []);
  } catch (error) {
    throw new RoomError('pass-refused', { cause: error });
  }
};

/** Seals for one recipient key, under one key of its own. */
export interface SendingContext {
  /** Seals one part under the next sequence number. */
  seal(header: Omit<SealedHeader, 'sequence' | 'enc'>, content: Uint8Array): Promise<Envelope>;
}

/**
 * Sets up sealing from this page's key to theirs: HPKE in authenticated mode, from which one AES-256-GCM key is
 * exported. Each message is sealed under that key with its explicit sequence number rather than HPKE's own counter, so
 * that a lost message does not break the next one.
 */
export const createSendingContext = async (
  own: OwnKeys,
  theirs: CryptoKey,
  visit: OpaqueId,
  { subtle }: Subtle,
): Promise<SendingContext> => {
  const context = await suite.createSenderContext({
    recipientPublicKey: theirs,
    senderKey: { privateKey: own.privateKey, publicKey: own.publicCryptoKey },
    info: infoFor(visit),
  });
  const enc = new Uint8Array(context.enc);
  const key = await subtle.importKey('raw', await context.export(exportLabel, 32), 'AES-GCM', false, ['encrypt']);
  // WebCrypto copies what it is given before it returns, so one buffer serves the associated data of every message.
  const authenticated = new Uint8Array(sealedHeaderBytes + opaqueIdBytes);
  writeOpaqueId(visit, authenticated, sealedHeaderBytes);
  let sequence = 0;
  return {
    async seal(fields, content) {
      if (sequence === lastSequence) throw new RoomError('message-not-delivered');
      sequence += 1;
      const padded = pad(content);
      const envelope = new Uint8Array(sealedHeaderBytes + padded.length + tagBytes);
      writeSealedHeader({ ...fields, sequence, enc }, envelope);
      authenticated.set(envelope.subarray(0, sealedHeaderBytes));
      const ciphertext = await subtle.encrypt(
        { name: 'AES-GCM', iv: nonceFor(sequence), additionalData: authenticated },
        key,
        padded,
      );
      envelope.set(new Uint8Array(ciphertext), sealedHeaderBytes);
      return envelope as Uint8Array as Envelope;
    },
  };
};

/** The key that envelopes with this `enc` from that sender are opened with. @throws when the `enc` is no point of P-256. */
export const deriveOpeningKey = async (
  own: OwnKeys,
  theirs: CryptoKey,
  enc: Uint8Array,
  visit: OpaqueId,
  { subtle }: Subtle,
): Promise<CryptoKey> => {
  const context = await suite.createRecipientContext({
    recipientKey: { privateKey: own.privateKey, publicKey: own.publicCryptoKey },
    senderPublicKey: theirs,
    enc: new Uint8Array(enc).buffer,
    info: infoFor(visit),
  });
  return subtle.importKey('raw', await context.export(exportLabel, 32), 'AES-GCM', false, ['decrypt']);
};

/**
 * Opens one envelope. `unopenable` when it was not sealed by that sender for this page in this visit, or was changed;
 * `malformed` when it was, but not padded as agreed.
 */
export const openSealed = async (
  envelope: SealedEnvelope,
  key: CryptoKey,
  visit: OpaqueId,
  { subtle }: Subtle,
): Promise<Uint8Array | 'unopenable' | 'malformed'> => {
  const additionalData = new Uint8Array(sealedHeaderBytes + opaqueIdBytes);
  additionalData.set(envelope.header);
  writeOpaqueId(visit, additionalData, sealedHeaderBytes);
  try {
    const padded = await subtle.decrypt(
      { name: 'AES-GCM', iv: nonceFor(envelope.sequence), additionalData },
      key,
      new Uint8Array(envelope.ciphertext),
    );
    return unpad(new Uint8Array(padded)) ?? 'malformed';
  } catch {
    return 'unopenable';
  }
};
