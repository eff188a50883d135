import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerChallenge, createChallenge } from './key-proof.ts';
import { createPassKeys } from './pass-keys.ts';

describe('proof of the key', () => {
  it('is given by whoever holds the private half', async () => {
    const keys = await createPassKeys(crypto);
    const challenge = await createChallenge(crypto);
    const answer = await answerChallenge(keys, challenge.publicKey, challenge.nonce, crypto);
    expect(await challenge.verify(answer, keys.publicKey)).toBe(true);
  });

  it('is not given by somebody else who copied the public half', async () => {
    const theirs = await createPassKeys(crypto);
    const thief = await createPassKeys(crypto);
    const challenge = await createChallenge(crypto);
    const forged = { privateKey: thief.privateKey, publicKey: theirs.publicKey };
    const answer = await answerChallenge(forged, challenge.publicKey, challenge.nonce, crypto);
    expect(await challenge.verify(answer, theirs.publicKey)).toBe(false);
    expect(await challenge.verify(answer, thief.publicKey)).toBe(false);
  });

  it('answers one challenge only', async () => {
    const keys = await createPassKeys(crypto);
    const first = await createChallenge(crypto);
    const second = await createChallenge(crypto);
    const answer = await answerChallenge(keys, first.publicKey, first.nonce, crypto);
    expect(await second.verify(answer, keys.publicKey)).toBe(false);
    const mixed = await answerChallenge(keys, first.publicKey, second.nonce, crypto);
    expect(await first.verify(mixed, keys.publicKey)).toBe(false);
  });

  it('is refused, never thrown over, whatever arrives as answer or key', async () => {
    const keys = await createPassKeys(crypto);
    const challenge = await createChallenge(crypto);
    const answer = await answerChallenge(keys, challenge.publicKey, challenge.nonce, crypto);
    const offCurve = Uint8Array.from(keys.publicKey, (byte, index) => (index === 64 ? byte ^ 1 : byte));
    for (const key of [new Uint8Array(0), new Uint8Array(65), Uint8Array.of(4, ...new Uint8Array(64)), offCurve]) {
      expect(await challenge.verify(answer, key)).toBe(false);
    }
    const compressed = Uint8Array.of(2 + ((keys.publicKey[64] ?? 0) & 1), ...keys.publicKey.subarray(1, 33));
    expect(await challenge.verify(answer, compressed)).toBe(false);
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 80 }), fc.uint8Array({ maxLength: 80 }), async (bytes, key) => {
        expect(await challenge.verify(bytes, keys.publicKey)).toBe(false);
        expect(await challenge.verify(answer, key)).toBe(false);
      }),
      { numRuns: 50 },
    );
  });

  it('is not attempted for a challenge that is no key', async () => {
    const keys = await createPassKeys(crypto);
    await expect(answerChallenge(keys, new Uint8Array(65), new Uint8Array(32), crypto)).rejects.toMatchObject({
      code: 'pass-refused',
    });
  });
});
