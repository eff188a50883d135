import { createOpaqueId, createPseudonym, parsePseudonym, roles } from '@quietroom/core';
import { createPassKeys, verifyVisitPass } from '@quietroom/core/passes';
import type { OpaqueId, PassKeys, Pseudonym, Role } from '@quietroom/core';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { createPassIssuer } from './pass-issuer.ts';
import { PassRequestError } from './pass-request.ts';
import { createSigningKey, importSigningKey, type SigningKey } from './signing-key.ts';

const now = (): number => Date.UTC(2031, 1, 3, 9, 0, 0, 250);

describe('the pass desk', () => {
  let signingKey: SigningKey;
  let keys: PassKeys;
  const visit = createOpaqueId(crypto);

  beforeAll(async () => {
    signingKey = await createSigningKey();
    keys = await createPassKeys(crypto);
  });

  it.each(roles)('gives a %s a pass that pages accept', async (role) => {
    const { trust, issue } = createPassIssuer({ signingKey, now });
    const { pass, claims } = await issue({ visit, role, publicJwk: keys.publicJwk });
    const checks = { trust, now: now(), visit, thumbprint: keys.thumbprint };
    expect(await verifyVisitPass(pass, checks)).toEqual(claims);
    expect(claims.role).toBe(role);
    expect(parsePseudonym(claims.name)).toBe(claims.name);
  });

  it('draws a new person each time, and the same one when told who it is', async () => {
    const { issue } = createPassIssuer({ signingKey, now });
    const request = { visit, role: 'patient', publicJwk: keys.publicJwk } as const;
    const first = await issue(request);
    const second = await issue(request);
    expect(second.claims.sub).not.toBe(first.claims.sub);
    const reloaded = await createPassKeys(crypto);
    const { sub, name } = first.claims;
    const again = await issue({ ...request, sub, name, publicJwk: reloaded.publicJwk });
    expect(again.claims).toMatchObject({ sub, name, thumbprint: reloaded.thumbprint });
  });

  it('gives passes five minutes, or what the host says, up to an hour', async () => {
    const request = { visit, role: 'patient', publicJwk: keys.publicJwk } as const;
    const lifetime = async (lifetimeSeconds?: number): Promise<number> => {
      const { claims } = await createPassIssuer({
        signingKey,
        now,
        ...(lifetimeSeconds === undefined ? {} : { lifetimeSeconds }),
      }).issue(request);
      return (claims.expires - claims.issued) / 1000;
    };
    expect(await lifetime()).toBe(300);
    expect(await lifetime(60)).toBe(60);
    for (const wrong of [0, 3601, Number.NaN, -5]) {
      expect(() => createPassIssuer({ signingKey, lifetimeSeconds: wrong })).toThrow(RangeError);
    }
  });

  it('names the key it signs with and lets pages trust retired ones', async () => {
    const old = await createSigningKey();
    const { pass } = await createPassIssuer({ signingKey: old, now }).issue({
      visit,
      role: 'patient',
      publicJwk: keys.publicJwk,
    });
    const { trust, issue } = createPassIssuer({
      signingKey: { ...signingKey, keyId: 'spring' },
      retiring: [old.publicJwk],
      now,
    });
    await expect(verifyVisitPass(pass, { trust, now: now() })).resolves.toMatchObject({ visit });
    const renewed = await issue({ visit, role: 'patient', publicJwk: keys.publicJwk });
    expect(atob(renewed.pass.split('.')[0] ?? '')).toContain('"kid":"spring"');
  });

  const wrong: readonly (readonly [PassRequestError['field'], object])[] = [
    ['visit', { visit: 'room-1' }],
    ['visit', { visit: undefined }],
    ['sub', { sub: 'MRN 84-0031-77' }],
    ['name', { name: 'Zylphia Quonsett' }],
    ['name', { name: createPseudonym('clinician', crypto) }],
    ['role', { role: 'recorder' }],
    ['role', { role: 'Clinician' }],
    ['publicJwk', { publicJwk: null }],
    ['publicJwk', { publicJwk: { kty: 'EC', crv: 'P-256', x: 'AA', y: 'AA' } }],
    ['publicJwk', { publicJwk: { kty: 'EC', crv: 'P-256', x: 'A'.repeat(43), y: 'A'.repeat(43) } }],
    ['publicJwk', { publicJwk: { kty: 'oct', k: 'c2VjcmV0' } }],
  ];
  it.each(wrong)('refuses a wrong %s without repeating it', async (field, change) => {
    const { issue } = createPassIssuer({ signingKey, now });
    const request = { visit, role: 'patient', publicJwk: keys.publicJwk, ...change };
    const refused = issue(request as { visit: OpaqueId; role: Role; name?: Pseudonym; publicJwk: unknown });
    await expect(refused).rejects.toBeInstanceOf(PassRequestError);
    await expect(refused).rejects.toMatchObject({ field, message: expect.not.stringContaining('Zylphia') as string });
  });

  it('takes public keys only', async () => {
    const { issue } = createPassIssuer({ signingKey, now });
    const pair = await crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, true, ['deriveBits']);
    const publicJwk = await crypto.subtle.exportKey('jwk', pair.privateKey);
    await expect(issue({ visit, role: 'patient', publicJwk })).rejects.toMatchObject({ field: 'publicJwk' });
  });

  it('refuses whatever else arrives as a key, with nothing else thrown', async () => {
    const { issue } = createPassIssuer({ signingKey, now });
    await fc.assert(
      fc.asyncProperty(fc.anything(), async (publicJwk) => {
        await expect(issue({ visit, role: 'patient', publicJwk })).rejects.toMatchObject({ field: 'publicJwk' });
      }),
    );
  });
});

describe('a signing key', () => {
  it('cannot be taken out of the server, and its public half is only public', async () => {
    const { privateKey, publicJwk } = await createSigningKey();
    expect(privateKey.extractable).toBe(false);
    expect(Object.keys(publicJwk).sort()).toEqual(['crv', 'kty', 'x', 'y']);
  });

  it('can be read from a private JWK', async () => {
    const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']);
    const jwk = await crypto.subtle.exportKey('jwk', pair.privateKey);
    const signingKey = await importSigningKey(jwk, 'spring');
    expect(signingKey.publicJwk).not.toHaveProperty('d');
    expect(signingKey.privateKey.extractable).toBe(false);
    const { publicJwk } = await createPassKeys(crypto);
    const { trust, issue } = createPassIssuer({ signingKey, now });
    const { pass, claims } = await issue({ visit: createOpaqueId(crypto), role: 'family', publicJwk });
    expect(await verifyVisitPass(pass, { trust, now: now() })).toEqual(claims);
  });

  it('is refused when it is public, of another curve or broken, without repeating it', async () => {
    const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']);
    const jwk = await crypto.subtle.exportKey('jwk', pair.privateKey);
    await expect(importSigningKey(await crypto.subtle.exportKey('jwk', pair.publicKey))).rejects.toThrow(TypeError);
    await expect(importSigningKey({ ...jwk, crv: 'P-384' })).rejects.toThrow(TypeError);
    await expect(importSigningKey({ ...jwk, x: 'AAAA' })).rejects.toThrow(/^This is not a signing key/);
  });
});
