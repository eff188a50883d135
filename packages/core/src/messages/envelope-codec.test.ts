import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OpaqueId } from '../contract/identity.ts';
import {
  decodeEnvelope,
  encodeKeyAnnouncement,
  encodeSealed,
  encodeSealedHeader,
  type SealedHeader,
} from './envelope-codec.ts';
import { maximumEnvelopeBytes } from './envelope.ts';

const id = fc.uuid({ version: 4 }).map((value) => value as OpaqueId);
const point = fc.uint8Array({ minLength: 64, maxLength: 64 }).map((rest) => Uint8Array.of(4, ...rest));
const header: fc.Arbitrary<SealedHeader> = fc
  .record({
    sender: id,
    recipient: id,
    message: id,
    sequence: fc.integer({ min: 1, max: 0xffff_ffff }),
    part: fc.nat(15),
    parts: fc.integer({ min: 1, max: 16 }),
    enc: point,
  })
  .map((fields) => ({ ...fields, part: fields.part % fields.parts }));
const ciphertext = fc
  .integer({ min: 1, max: 5 })
  .chain((classes) => fc.uint8Array({ minLength: classes * 256 + 16, maxLength: classes * 256 + 16 }));
const sealed = fc.tuple(header, ciphertext).map(([fields, bytes]) => encodeSealed(encodeSealedHeader(fields), bytes));
const token = fc.stringMatching(/^[\w-]{1,200}\.[\w-]{1,400}\.[\w-]{1,86}$/);

describe('an envelope', () => {
  it('with a sealed message comes apart as it was put together', () => {
    fc.assert(
      fc.property(header, ciphertext, (fields, bytes) => {
        const envelope = encodeSealed(encodeSealedHeader(fields), bytes);
        expect(envelope.length).toBeLessThanOrEqual(maximumEnvelopeBytes);
        expect(decodeEnvelope(envelope)).toEqual({
          kind: 'sealed',
          ...fields,
          header: envelope.subarray(0, 121),
          ciphertext: bytes,
        });
      }),
    );
  });

  it('has its fields where docs/messages.md says', () => {
    const fields: SealedHeader = {
      sender: '11111111-1111-4111-8111-111111111111' as OpaqueId,
      recipient: '22222222-2222-4222-8222-222222222222' as OpaqueId,
      message: '33333333-3333-4333-8333-333333333333' as OpaqueId,
      sequence: 0x01020304,
      part: 2,
      parts: 3,
      enc: Uint8Array.of(4, ...new Uint8Array(64).fill(0xee)),
    };
    const bytes = encodeSealedHeader(fields);
    const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
    const uuid = (digit: string, middle: string): string =>
      `${digit.repeat(12)}4${digit.repeat(3)}${middle}${digit.repeat(15)}`;
    expect(hex).toBe(`0101${uuid('1', '8')}${uuid('2', '8')}${uuid('3', '8')}01020304020304${'ee'.repeat(64)}`);
    expect(bytes).toHaveLength(121);
  });

  it('with an announcement comes apart as it was put together', () => {
    fc.assert(
      fc.property(point, token, (publicKey, pass) => {
        const envelope = encodeKeyAnnouncement(publicKey, pass);
        expect(envelope.length).toBeLessThanOrEqual(maximumEnvelopeBytes);
        expect(decodeEnvelope(envelope)).toEqual({ kind: 'announcement', publicKey, pass });
      }),
    );
  });

  it('does not announce what is no token, or does not fit', () => {
    const key = Uint8Array.of(4, ...new Uint8Array(64));
    for (const pass of ['', 'Zylphia Quonsett', 'é.é.é', 'a.b.c\n', 'x'.repeat(1434)]) {
      expect(() => encodeKeyAnnouncement(key, pass)).toThrow(expect.objectContaining({ code: 'pass-refused' }));
    }
  });

  it('of another version is unknown, however it goes on', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 255 }), fc.uint8Array({ maxLength: 1400 }), (version, rest) => {
        fc.pre(version !== 1);
        expect(decodeEnvelope(Uint8Array.of(version, ...rest))).toEqual({ kind: 'refused', reason: 'unknown-version' });
      }),
    );
  });

  it('cut short or lengthened is malformed', () => {
    const malformed = { kind: 'refused', reason: 'malformed' };
    fc.assert(
      fc.property(sealed, fc.nat(), fc.integer({ min: 1, max: 255 }), (envelope, cut, extra) => {
        const shorter = envelope.subarray(0, 1 + (cut % (envelope.length - 1)));
        // A multiple of 256 fewer is a shorter ciphertext, for the seal to refuse.
        if ((envelope.length - shorter.length) % 256 !== 0 || shorter.length < 393) {
          expect(decodeEnvelope(shorter)).toEqual(malformed);
        }
        expect(decodeEnvelope(Uint8Array.of(...envelope, ...new Uint8Array(extra)))).toEqual(malformed);
      }),
    );
    expect(decodeEnvelope(new Uint8Array(0))).toEqual(malformed);
    expect(decodeEnvelope(Uint8Array.of(1))).toEqual(malformed);
  });

  it('is malformed when a field cannot be', () => {
    const [envelope] = fc.sample(sealed, { numRuns: 1, seed: 7 });
    const at = (place: number, value: number): Uint8Array => {
      const copy = envelope!.slice();
      copy[place] = value;
      return copy;
    };
    const zeroSequence = envelope!.slice();
    zeroSequence.fill(0, 50, 54);
    for (const wrong of [
      at(1, 3),
      at(8, 0x15),
      at(26, 0),
      at(54, 16),
      at(55, 0),
      at(55, 17),
      at(56, 2),
      zeroSequence,
    ]) {
      expect(decodeEnvelope(wrong)).toEqual({ kind: 'refused', reason: 'malformed' });
    }
  });

  it('never throws, whatever the bytes and wherever they lie in their buffer', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array({ maxLength: 1600 }),
          fc.uint8Array({ maxLength: 1600 }).map((bytes) => Uint8Array.of(1, 1, ...bytes)),
          fc.uint8Array({ maxLength: 1600 }).map((bytes) => Uint8Array.of(1, 2, ...bytes)),
          sealed,
        ),
        fc.nat(8),
        (bytes, offset) => {
          const larger = new Uint8Array(bytes.length + 16);
          larger.set(bytes, offset);
          const view = larger.subarray(offset, offset + bytes.length);
          expect(decodeEnvelope(view)).toEqual(decodeEnvelope(bytes));
        },
      ),
      { numRuns: 1000 },
    );
  });
});
