import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createHmsVerifier } from './hms-verifier.ts';
import {
  bytesOf,
  nextSecret,
  secret,
  secretHeader,
  signedAt,
  vendors,
  type VendorVectors,
} from './vendor-vectors.test.support.ts';
import { createWherebyVerifier } from './whereby-verifier.ts';

const refusedBecause = (refusal: string) => ({ accepted: false, refusal });

/** A header with another signature in it. */
const signatureChanged = (
  { signatureHeader }: VendorVectors,
  headers: Headers,
  change: (hex: string) => string,
): Headers => {
  const value = headers.get(signatureHeader) ?? '';
  headers.set(signatureHeader, value.replace(/[0-9a-f]{64}$/, change));
  return headers;
};

describe.each(vendors)("a call of $vendor's", (given) => {
  const { body, signatureHeader, sign } = given;
  const verifier = given.verifierAt(() => signedAt + 1000);
  const verify = (bytes: Uint8Array | string, headers: Headers) =>
    verifier.verify(typeof bytes === 'string' ? bytesOf(bytes) : bytes, headers);

  it('is believed when it is good, and says what happened without naming anybody', async () => {
    const verdict = await verify(body, await sign(body));
    expect(verdict).toMatchObject({
      accepted: true,
      event: { vendor: given.vendor, type: 'participant-joined', at: signedAt },
    });
    expect(JSON.stringify(verdict)).not.toContain('Quonsett');
  });

  it('is believed with whatever was signed, in whatever script', async () => {
    const written = body.replace('Zylphia Quonsett', 'Żylphia Qüønsett 🩺');
    expect(await verify(written, await sign(written))).toMatchObject({ accepted: true });
  });

  it('is tampered with when one byte of the body differs', async () => {
    const headers = await sign(body);
    for (const at of [0, 1, body.length >> 1, body.length - 1]) {
      const tampered = bytesOf(body);
      tampered[at] = (tampered[at] ?? 0) ^ 1;
      expect(await verify(tampered, headers)).toEqual(refusedBecause('signature'));
    }
  });

  it('is tampered with when one digit of the signature differs', async () => {
    for (const at of [0, 31, 63]) {
      const headers = signatureChanged(given, await sign(body), (hex) => {
        const other = ((Number.parseInt(hex.charAt(at), 16) + 1) % 16).toString(16);
        return hex.slice(0, at) + other + hex.slice(at + 1);
      });
      expect(await verify(body, headers)).toEqual(refusedBecause('signature'));
    }
  });

  it('is refused when it was parsed and written again', async () => {
    const spaced = JSON.stringify(JSON.parse(body), null, 1);
    const reordered = JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(body) as object).reverse()));
    const headers = await sign(body);
    expect(await verify(spaced, headers)).toEqual(refusedBecause('signature'));
    expect(await verify(reordered, headers)).toEqual(refusedBecause('signature'));
    expect(await verify(`${body}\n`, headers)).toEqual(refusedBecause('signature'));
  });

  it('is refused when it is truncated or empty', async () => {
    const headers = await sign(body);
    expect(await verify(body.slice(0, -1), headers)).toEqual(refusedBecause('signature'));
    expect(await verify('', headers)).toEqual(refusedBecause('signature'));
    expect(await verify('', await sign(''))).toEqual(refusedBecause('malformed'));
  });

  it.each([
    ['upper-case', (hex: string) => hex.toUpperCase().replaceAll(/[0-9]/g, (digit) => digit)],
    ['too short', (hex: string) => hex.slice(2)],
    ['too long', (hex: string) => `${hex}00`],
    ['given twice', (hex: string) => `${hex},v1=${hex}`],
    ['prefixed', (hex: string) => `sha256=${hex}`],
    ['empty', () => ''],
    ['not hexadecimal', (hex: string) => `${hex.slice(0, 63)}g`],
    ['in other digits', (hex: string) => hex.replaceAll(/[0-9]/g, '\u00b2')],
  ])('is refused when its signature is %s', async (_how, change) => {
    const headers = signatureChanged(given, await sign(body), change);
    expect(await verify(body, headers)).toEqual(refusedBecause('signature'));
  });

  it('is refused without a signature', async () => {
    const headers = await sign(body);
    headers.delete(signatureHeader);
    expect(await verify(body, headers)).toEqual(refusedBecause('signature'));
  });

  it('is refused when another secret signed it', async () => {
    expect(await verify(body, await sign(body, nextSecret))).toEqual(refusedBecause('signature'));
  });

  it('is believed with either secret while it is being changed, and with the new one alone afterwards', async () => {
    const changing = given.verifierAt(() => signedAt, [nextSecret, secret]);
    expect(await changing.verify(bytesOf(body), await sign(body, secret))).toMatchObject({ accepted: true });
    expect(await changing.verify(bytesOf(body), await sign(body, nextSecret))).toMatchObject({ accepted: true });
    const changed = given.verifierAt(() => signedAt, [nextSecret]);
    expect(await changed.verify(bytesOf(body), await sign(body, secret))).toEqual(refusedBecause('signature'));
  });

  it.each([
    [
      'missing',
      (headers: Headers) => {
        headers.delete('x-clinic-secret');
      },
    ],
    [
      'empty',
      (headers: Headers) => {
        headers.set('x-clinic-secret', '');
      },
    ],
    [
      'of another length',
      (headers: Headers) => {
        headers.append('x-clinic-secret', 'x');
      },
    ],
    [
      'nearly right',
      (headers: Headers) => {
        headers.set('x-clinic-secret', 'invalid-header-secret-for-testS');
      },
    ],
    [
      'repeated to the right length',
      (headers: Headers) => {
        headers.set('x-clinic-secret', secretHeader.values[0]?.repeat(2) ?? '');
      },
    ],
  ])('is refused when its secret header is %s', async (_how, change) => {
    const headers = await sign(body);
    change(headers);
    expect(await verify(body, headers)).toEqual(refusedBecause('header'));
  });

  it('is replayed when it comes again after its time, and from the future before', async () => {
    const headers = await sign(body);
    const at = (now: number) => given.verifierAt(() => now).verify(bytesOf(body), headers);
    expect(await at(signedAt + 300_000)).toMatchObject({ accepted: true });
    expect(await at(signedAt + 300_001)).toEqual(refusedBecause('stale'));
    expect(await at(signedAt - 60_000)).toMatchObject({ accepted: true });
    expect(await at(signedAt - 60_001)).toEqual(refusedBecause('stale'));
  });

  it('is malformed when it is genuine but no event', async () => {
    const event = JSON.parse(body) as Record<string, unknown>;
    const { id: _id, ...withoutId } = event;
    const wrong = [
      'null',
      '[]',
      '"text"',
      '7',
      '{}',
      '{',
      `\ufeff${body}`,
      JSON.stringify(withoutId),
      JSON.stringify({ ...event, id: 'Zylphia Quonsett' }),
      JSON.stringify({ ...event, type: 7 }),
      JSON.stringify({ ...event, data: [] }),
      JSON.stringify({ ...event, timestamp: 'yesterday', createdAt: 'yesterday' }),
    ];
    for (const text of wrong) expect(await verify(text, await sign(text))).toEqual(refusedBecause('malformed'));
    const notText = new Uint8Array([0x22, 0xff, 0xfe, 0x22]);
    expect(await verify(notText, await sign(notText))).toEqual(refusedBecause('malformed'));
  });

  it('is read as it was verified, though its buffer changes meanwhile', async () => {
    const other = body.replace('6c75de35', '00000000');
    const headers = await sign(body);
    const several = given.verifierAt(() => signedAt, [nextSecret, secret]);
    const fresh = given.verifierAt(() => signedAt);
    // The second round finds the keys ready.
    for (const judge of [fresh, fresh, several, several]) {
      const bytes = bytesOf(body);
      const verdict = judge.verify(bytes, headers);
      bytes.set(bytesOf(other));
      expect(await verdict).toMatchObject({ accepted: true, event: { id: '6c75de35-b778-4fb0-88ae-114c28dc285f' } });
      const late = bytesOf(other);
      const refused = judge.verify(late, headers);
      late.set(bytesOf(body));
      expect(await refused).toEqual(refusedBecause('signature'));
    }
  });
});

describe("the vendors' own recipes", () => {
  it("accept what Whereby's reference signs", async () => {
    const [whereby] = vendors;
    const time = String(signedAt / 1000);
    const digest = createHmac('sha256', secret)
      .update(`${time}.${whereby?.body ?? ''}`)
      .digest('hex');
    const headers = new Headers({ 'whereby-signature': `t=${time},v1=${digest}` });
    const verifier = createWherebyVerifier({ secrets: [secret], now: () => signedAt });
    expect(await verifier.verify(bytesOf(whereby?.body ?? ''), headers)).toMatchObject({ accepted: true });
    // The time is signed: it cannot be moved.
    headers.set('whereby-signature', `t=${Number(time) + 1},v1=${digest}`);
    expect(await verifier.verify(bytesOf(whereby?.body ?? ''), headers)).toEqual(refusedBecause('signature'));
  });

  it("accept what 100ms' documentation signs", async () => {
    const body = vendors[1]?.body ?? '';
    const digest = createHmac('sha256', secret).update(body).digest('hex');
    const headers = new Headers({ 'x-100ms-signature': digest, 'x-clinic-secret': secretHeader.values[0] ?? '' });
    const verifier = createHmsVerifier({ secrets: [secret], secretHeader, now: () => signedAt });
    expect(await verifier.verify(bytesOf(body), headers)).toMatchObject({ accepted: true });
  });
});

describe('a verifier', () => {
  it.each([
    ['secrets', { secrets: [] }],
    ['secrets', { secrets: ['short'] }],
    ['secrets', { secrets: [secret, nextSecret, 'a-third-secret-for-tests'] }],
    ['secretHeader', { secretHeader: { name: 'two words', values: ['long-enough-to-be-a-secret'] } }],
    ['secretHeader', { secretHeader: { name: 'x-clinic-secret', values: [] } }],
    ['replayWindowSeconds', { replayWindowSeconds: 86_401 }],
    ['replayWindowSeconds', { replayWindowSeconds: Number.NaN }],
  ])('is refused wrong %s', (option, change) => {
    const options = { secrets: [secret], secretHeader, ...change };
    const refused = expect.objectContaining({ name: 'OptionError', option }) as Error;
    expect(() => createHmsVerifier(options)).toThrow(refused);
    expect(() => createWherebyVerifier(options)).toThrow(refused);
  });
});
