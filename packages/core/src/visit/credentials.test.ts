import { expect, test } from 'vitest';
import { createFakeClock } from '../../test/fake-clock.ts';
import { createOpaqueId } from '../display-name/opaque-id.ts';
import { createPassKeys } from '../display-name/pass-keys.ts';
import { createPseudonym } from '../display-name/pseudonym.ts';
import { signVisitPass } from '../display-name/visit-pass.ts';
import { createCredentials } from './credentials.ts';

const hostNow = 1_800_000_000_000;
const lifetime = 300_000;
const visit = createOpaqueId(crypto);

const createHost = async () => {
  const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']);
  const trust = [await crypto.subtle.exportKey('jwk', pair.publicKey)];
  const sub = createOpaqueId(crypto);
  const name = createPseudonym('patient', crypto);
  const sign = async (thumbprint: string, issued: number) =>
    signVisitPass(
      { visit, sub, name, role: 'patient', thumbprint, issued, expires: issued + lifetime },
      pair.privateKey,
    );
  return { trust, sign };
};

const thumbprintOf = async ({ x, y }: JsonWebKey): Promise<string> => {
  const canonical = JSON.stringify({ crv: 'P-256', kty: 'EC', x, y });
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(canonical));
  return Buffer.from(digest).toString('base64url');
};

test.each([-86_400_000, -600_000, 0, 600_000, 86_400_000])(
  'a device whose clock is %i ms off joins, and verifies others by the host’s time',
  async (wrongBy) => {
    const { trust, sign } = await createHost();
    const clock = createFakeClock(hostNow + wrongBy);
    const credentials = createCredentials({ clock, crypto }, 'patient', {
      trust,
      ask: async (publicKey) => sign(await thumbprintOf(publicKey), hostNow),
    });
    await expect(credentials.obtain()).resolves.toMatchObject({ self: { role: 'patient' } });

    const { thumbprint } = await createPassKeys(crypto);
    await expect(credentials.check(await sign(thumbprint, hostNow), visit)).resolves.toMatchObject({ role: 'patient' });
    const old = await sign(thumbprint, hostNow - lifetime - 1000);
    await expect(credentials.check(old, visit)).rejects.toMatchObject({ code: 'pass-expired' });
  },
);

test('a pass for another role than the page’s is refused', async () => {
  const { trust, sign } = await createHost();
  const credentials = createCredentials({ clock: createFakeClock(hostNow), crypto }, 'clinician', {
    trust,
    ask: async (publicKey) => sign(await thumbprintOf(publicKey), hostNow),
  });
  await expect(credentials.obtain()).rejects.toMatchObject({ code: 'pass-mismatch' });
});

test('a pass about to run out is asked for again, over the same key', async () => {
  const { trust, sign } = await createHost();
  const clock = createFakeClock(hostNow);
  const keys: string[] = [];
  const credentials = createCredentials({ clock, crypto }, 'patient', {
    trust,
    ask: async (publicKey) => {
      const thumbprint = await thumbprintOf(publicKey);
      keys.push(thumbprint);
      return sign(thumbprint, clock.now());
    },
  });
  const { token } = await credentials.obtain();
  const first = await token();
  clock.advance(lifetime);
  expect(await token()).not.toBe(first);
  expect(keys).toHaveLength(2);
  expect(new Set(keys).size).toBe(1);
});

test('a server that cannot be reached is called so, and not a link that lacks a pass', async () => {
  const { trust } = await createHost();
  const asking = (error: Error) =>
    createCredentials({ clock: createFakeClock(hostNow), crypto }, 'patient', {
      trust,
      ask: () => Promise.reject(error),
    }).obtain();
  await expect(asking(new TypeError('Failed to fetch'))).rejects.toMatchObject({ code: 'room-unreachable' });
  await expect(asking(new Error('not entitled'))).rejects.toMatchObject({ code: 'pass-missing' });
});
