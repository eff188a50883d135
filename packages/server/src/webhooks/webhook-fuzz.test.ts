import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bytesOf, signedAt, vendors, type VendorVectors } from './vendor-vectors.test.support.ts';
import type { WebhookVerdict } from './verifier.ts';

const runs = 50_000;

/** Bytes near the good ones, and bytes from nowhere. */
const bodies = (good: Uint8Array) =>
  fc.oneof(
    fc.record({ at: fc.nat(good.length - 1), flip: fc.integer({ min: 1, max: 255 }) }).map(({ at, flip }) => {
      const bytes = good.slice();
      bytes[at] = (bytes[at] ?? 0) ^ flip;
      return bytes;
    }),
    fc.nat(good.length - 1).map((length) => good.slice(0, length)),
    fc.uint8Array({ minLength: 1, maxLength: 40 }).map((tail) => new Uint8Array([...good, ...tail])),
    fc.uint8Array({ maxLength: 200 }),
    fc.json({ maxDepth: 1 }).map(bytesOf),
  );

/** What Headers takes as a value: Latin-1 without line breaks. */
const headerText = fc
  .array(
    fc.integer({ min: 0x20, max: 0xff }).filter((code) => code !== 0x7f),
    { maxLength: 90 },
  )
  .map((codes) => String.fromCharCode(...codes));
const signatures = (good: string) =>
  fc.oneof(
    { weight: 6, arbitrary: fc.constant(good) },
    { weight: 1, arbitrary: fc.nat(good.length).map((at) => good.slice(0, at)) },
    { weight: 1, arbitrary: fc.tuple(fc.nat(good.length), headerText).map(([at, text]) => good.slice(0, at) + text) },
    { weight: 1, arbitrary: fc.constantFrom(good.toUpperCase(), `${good},${good}`, `sha256=${good}`, '', 't=,v1=') },
    { weight: 1, arbitrary: headerText },
  );

const fuzz = async (given: VendorVectors): Promise<Record<string, number>> => {
  const good = bytesOf(given.body);
  const headers = await given.sign(given.body);
  const signature = headers.get(given.signatureHeader) ?? '';
  const verifier = given.verifierAt(() => signedAt);
  const inputs = fc.sample(fc.tuple(bodies(good), signatures(signature)), { numRuns: runs, seed: 20_310_203 });
  const counts: Record<string, number> = {};
  const judge = async ([body, value]: readonly [Uint8Array, string]): Promise<void> => {
    headers.set(given.signatureHeader, value);
    let verdict: WebhookVerdict | 'thrown';
    try {
      verdict = await verifier.verify(body, headers);
    } catch {
      verdict = 'thrown';
    }
    const outcome = verdict === 'thrown' ? verdict : verdict.accepted ? 'accepted' : verdict.refusal;
    counts[outcome] = (counts[outcome] ?? 0) + 1;
  };
  // Headers are read before the first wait, so a batch may share them.
  for (let at = 0; at < inputs.length; at += 500) await Promise.all(inputs.slice(at, at + 500).map(judge));
  return counts;
};

it.each(vendors)(`refuses ${runs} malformed calls of $vendor's, and throws at none`, async (given) => {
  expect(await fuzz(given)).toEqual({ signature: runs });
});
