import fc from 'fast-check';
import { CompactSign, SignJWT } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { createOpaqueId } from './opaque-id.ts';
import { createPassKeys } from './pass-keys.ts';
import { createPseudonym } from './pseudonym.ts';
import { signVisitPass, verifyVisitPass, type Trust, type VisitPass } from './visit-pass.ts';

const signingPair = () => crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']);
const now = Date.UTC(2031, 1, 3, 9, 0, 0);
const second = 1000;
const minute = 60 * second;

describe('visit pass', () => {
  let host: CryptoKeyPair;
  let trust: Trust;
  let claims: VisitPass;

  beforeAll(async () => {
    host = await signingPair();
    trust = [await crypto.subtle.exportKey('jwk', host.publicKey)];
    const keys = await createPassKeys(crypto);
    claims = {
      visit: createOpaqueId(crypto),
      sub: createOpaqueId(crypto),
      name: createPseudonym('patient', crypto),
      role: 'patient',
      thumbprint: keys.thumbprint,
      issued: now,
      expires: now + 5 * minute,
    };
  });

  /** A token with any header and payload, signed by the host all the same. */
  const signAnything = (payload: unknown, header: object = {}, key: CryptoKey = host.privateKey): Promise<string> =>
    new CompactSign(new TextEncoder().encode(typeof payload === 'string' ? payload : JSON.stringify(payload)))
      .setProtectedHeader({ alg: 'ES256', typ: 'visit-pass+jwt', ...header })
      .sign(key);
  const wire = (changes: object = {}): object => ({
    visit: claims.visit,
    sub: claims.sub,
    name: claims.name,
    role: claims.role,
    cnf: { jkt: claims.thumbprint },
    iat: now / second,
    exp: (now + 5 * minute) / second,
    ...changes,
  });
  const refused = async (token: string, checks: object = {}): Promise<void> => {
    await expect(verifyVisitPass(token, { trust, now, ...checks })).rejects.toMatchObject({ code: 'pass-refused' });
  };

  it('says what the host vouches for', async () => {
    const token = await signVisitPass(claims, host.privateKey, 'key-1');
    const { visit, thumbprint } = claims;
    expect(await verifyVisitPass(token, { trust, now, visit, thumbprint })).toEqual(claims);
    expect(await verifyVisitPass(await signAnything(wire()), { trust, now })).toEqual(claims);
  });

  it('is accepted from any trusted key while keys are rotated', async () => {
    const next = await signingPair();
    const both = [...trust, await crypto.subtle.exportKey('jwk', next.publicKey)];
    const token = await signVisitPass(claims, next.privateKey);
    await refused(token);
    expect(await verifyVisitPass(token, { trust: both, now })).toEqual(claims);
  });

  it('is refused from everybody else', async () => {
    const stranger = await signingPair();
    await refused(await signVisitPass(claims, stranger.privateKey));
    const token = await signVisitPass(claims, host.privateKey);
    await refused(token, { trust: [] });
    await refused(token, { trust: [{ kty: 'oct', k: 'c2VjcmV0' }] });
  });

  it('is refused for another visit or another key', async () => {
    const token = await signVisitPass(claims, host.privateKey);
    await refused(token, { visit: createOpaqueId(crypto) });
    await refused(token, { thumbprint: (await createPassKeys(crypto)).thumbprint });
  });

  it('expires, and says so only when nothing else is wrong', async () => {
    const token = await signVisitPass(claims, host.privateKey);
    const last = claims.expires - 1;
    expect(await verifyVisitPass(token, { trust, now: last })).toEqual(claims);
    await expect(verifyVisitPass(token, { trust, now: claims.expires })).rejects.toMatchObject({
      code: 'pass-expired',
    });
    await refused(token, { now: claims.expires, visit: createOpaqueId(crypto) });
  });

  it('lives an hour at most and does not come from the future', async () => {
    const inSeconds = now / second;
    await refused(await signAnything(wire({ exp: inSeconds + 3601 })));
    await refused(await signAnything(wire({ exp: inSeconds })));
    await refused(await signAnything(wire({ iat: inSeconds + 61 })));
    const slightlyAhead = await signAnything(wire({ iat: inSeconds + 60 }));
    expect((await verifyVisitPass(slightlyAhead, { trust, now })).issued).toBe(now + 60 * second);
  });

  it.each([
    ['a name that is no pseudonym', { name: 'Zylphia Quonsett' }],
    ['a name of another role', { name: 'Clinician K7Q4' }],
    ['a role nobody has', { role: 'recorder' }],
    ['an upper-case id', { sub: 'A3BB189E-8BF9-4888-9912-ACE4E6543002' }],
    ['a visit that is no id', { visit: 'room-1' }],
    ['no key', { cnf: undefined }],
    ['a key of the wrong form', { cnf: { jkt: 'short' } }],
    ['a time as text', { exp: '1930000000' }],
    ['a time with a fraction', { iat: now / second + 0.5 }],
    ['no time', { exp: undefined }],
  ])('is refused with %s', async (_, change) => {
    await refused(await signAnything(wire(change)));
  });

  it('is refused as another kind of token or with another algorithm', async () => {
    await refused(await signAnything(wire(), { typ: 'JWT' }));
    await refused(await signAnything(wire(), { typ: undefined }));
    await refused(await signAnything(wire(), { typ: 'application/visit-pass+jwt' }));
    const secret = new TextEncoder().encode('x'.repeat(32));
    await refused(
      await new SignJWT({ ...wire() }).setProtectedHeader({ alg: 'HS256', typ: 'visit-pass+jwt' }).sign(secret),
    );
    const [, payload] = (await signAnything(wire())).split('.');
    const none = btoa(JSON.stringify({ alg: 'none', typ: 'visit-pass+jwt' })).replaceAll('=', '');
    await refused(`${none}.${payload ?? ''}.`);
    const wide = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-384' }, true, ['sign', 'verify']);
    await refused(await signAnything(wire(), { alg: 'ES384' }, wide.privateKey), {
      trust: [await crypto.subtle.exportKey('jwk', wide.publicKey)],
    });
  });

  it('is refused when any of it was changed', async () => {
    const token = await signVisitPass(claims, host.privateKey);
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.';
    // The last character of a part holds unused bits, so the change is made before it.
    await fc.assert(
      fc.asyncProperty(
        fc.nat(token.length - 2),
        fc.nat(alphabet.length - 1).map((place) => alphabet.charAt(place)),
        async (at, character) => {
          fc.pre(token.charAt(at) !== character && ![at + 1, at].some((place) => token.charAt(place) === '.'));
          await refused(token.slice(0, at) + character + token.slice(at + 1));
        },
      ),
      { numRuns: 200 },
    );
  });

  it('is refused, with nothing else thrown, whatever the text or the signed bytes are', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ maxLength: 300 }), (text) => refused(text)),
      { numRuns: 100 },
    );
    await fc.assert(
      fc.asyncProperty(fc.json(), async (json) => {
        await refused(await signAnything(json));
      }),
      { numRuns: 50 },
    );
    await refused('x'.repeat(5000));
  });
});
