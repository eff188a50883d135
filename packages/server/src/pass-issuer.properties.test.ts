import { createOpaqueId, createPseudonym, parseOpaqueId, parsePseudonym, roles } from '@quietroom/core';
import { createPassKeys, verifyVisitPass } from '@quietroom/core/passes';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createPassIssuer } from './pass-issuer.ts';
import { PassRequestError, type PassRequest } from './pass-request.ts';
import { createSigningKey } from './signing-key.ts';

const now = (): number => Date.UTC(2031, 1, 3, 9);

it('no combination of options makes a pass that says too much, lives too long or is for another key', async () => {
  const { publicJwk, thumbprint } = await createPassKeys(crypto);
  const anything = fc.oneof(
    fc.constantFrom<unknown>('Zylphia Quonsett', 'MRN 84-0031-77', null, true),
    fc.anything({ maxDepth: 1 }),
  );
  const mostly = <Value>(good: fc.Arbitrary<Value>) => fc.oneof({ weight: 20, arbitrary: good }, anything);
  const names = fc.constantFrom(...roles).map((role) => createPseudonym(role, crypto));
  const requests = fc.record(
    {
      visit: mostly(fc.uuid({ version: 4 })),
      sub: mostly(fc.uuid({ version: 4 })),
      name: mostly(names),
      role: mostly(fc.constantFrom<unknown>(...roles, 'recorder', 'guest', 'constructor')),
      publicJwk: mostly(fc.constant<unknown>({ ...publicJwk, note: 'Zylphia Quonsett' })),
      exp: anything,
      email: anything,
    },
    { requiredKeys: ['visit', 'role', 'publicJwk'] },
  );
  const signingKey = await createSigningKey();
  let made = 0;
  await fc.assert(
    fc.asyncProperty(
      requests,
      fc.oneof(fc.integer({ min: 1, max: 3600 }), fc.double()),
      async (request, lifetimeSeconds) => {
        try {
          const { trust, issue } = createPassIssuer({ signingKey, now, lifetimeSeconds });
          const { pass } = await issue(request as PassRequest);
          const { visit, sub, name, issued, expires } = await verifyVisitPass(pass, { trust, now: now(), thumbprint });
          expect([parseOpaqueId(visit), parseOpaqueId(sub), parsePseudonym(name)]).toEqual([visit, sub, name]);
          expect(expires - issued).toBeLessThanOrEqual(3_600_000);
          expect(atob(pass.split('.')[1]?.replaceAll('-', '+').replaceAll('_', '/') ?? '')).not.toMatch(
            /Quonsett|84-0031/,
          );
          made += 1;
        } catch (error) {
          // A lifetime outside an hour, or a request that says which field is wrong.
          if (!(error instanceof RangeError || error instanceof PassRequestError)) throw error;
        }
      },
    ),
    { numRuns: 800, examples: [[{ visit: createOpaqueId(crypto), role: 'patient', publicJwk }, 3600]] },
  );
  expect(made).toBeGreaterThan(25);
});

it('while keys are changed, passes of both keys count, and afterwards only those of the new one', async () => {
  const [spring, summer] = [await createSigningKey(), await createSigningKey()];
  const { publicJwk } = await createPassKeys(crypto);
  const visit = createOpaqueId(crypto);
  const before = createPassIssuer({ signingKey: spring, retiring: [summer.publicJwk], now });
  const after = createPassIssuer({ signingKey: summer, retiring: [spring.publicJwk], now });
  const first = await before.issue({ visit, role: 'patient', publicJwk });
  // The same person comes back after the change, with a new page.
  const reloaded = await createPassKeys(crypto);
  const { sub, name } = first.claims;
  const second = await after.issue({ visit, role: 'patient', sub, name, publicJwk: reloaded.publicJwk });
  expect(second.claims).toMatchObject({ sub, name, thumbprint: reloaded.thumbprint });
  for (const { trust } of [before, after]) {
    for (const { pass } of [first, second]) {
      await expect(verifyVisitPass(pass, { trust, now: now() })).resolves.toMatchObject({ sub });
    }
  }
  const { trust } = createPassIssuer({ signingKey: summer, now });
  await expect(verifyVisitPass(first.pass, { trust, now: now() })).rejects.toMatchObject({ code: 'pass-refused' });
  await expect(verifyVisitPass(second.pass, { trust, now: now() })).resolves.toMatchObject({ sub });
});
