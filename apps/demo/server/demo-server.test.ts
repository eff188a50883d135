import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request as rawRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createOpaqueId, type Role } from '@quietroom/core';
import { createPassKeys, verifyVisitPass } from '@quietroom/core/passes';
import { WherebyEmulator } from '@quietroom/emulators/whereby';
import { createRelay, createTurnDesk } from '@quietroom/local/relay';
import { createPassIssuer, createSigningKey } from '@quietroom/server';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DemoServer, type DemoServerOptions } from './demo-server.ts';
import { leaseMilliseconds } from './waiting-list.ts';

const pages = mkdtempSync(join(tmpdir(), 'demo-pages-'));
let server: DemoServer;
let origin: string;
let now: number;

const serve = async (options: Partial<DemoServerOptions> = {}) => {
  const passes = createPassIssuer({ signingKey: await createSigningKey() });
  const relay = createRelay({ trust: passes.trust });
  const whereby = new WherebyEmulator();
  server = new DemoServer({ pages, passes, relay, whereby, exposed: false, now: () => now, ...options });
  origin = `http://127.0.0.1:${await server.listen(0, '127.0.0.1')}`;
};

beforeEach(async () => {
  now = 1_000_000;
  mkdirSync(join(pages, 'assets'), { recursive: true });
  writeFileSync(join(pages, 'index.html'), '<!doctype html><title>Video visit</title>');
  writeFileSync(join(pages, 'assets', 'main-abc123.js'), 'export {};');
  await serve();
});
afterEach(async () => {
  await server.close();
  rmSync(pages, { recursive: true, force: true });
});

const post = async (path: string, body: unknown, session?: string) => {
  const response = await fetch(origin + path, {
    method: 'POST',
    headers: {
      origin,
      'content-type': 'application/json',
      ...(session !== undefined && { authorization: `Bearer ${session}` }),
    },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as Record<string, never> };
};
const read = async (path: string, session?: string) => {
  const response = await fetch(origin + path, {
    headers: session === undefined ? {} : { authorization: `Bearer ${session}` },
  });
  return { status: response.status, body: (await response.json()) as Record<string, never> };
};
const signIn = async (visit: string, role: Role): Promise<string> =>
  (await post('/api/sign-in', { visit, as: role })).body['session']!;

describe('the pages', () => {
  test('both addresses are one document that may run and reach only this server', async () => {
    for (const path of ['/', `/visit/${createOpaqueId(crypto)}?as=patient`]) {
      const response = await fetch(origin + path);
      expect(response.status).toBe(200);
      expect(await response.text()).toContain('<title>Video visit</title>');
      const policy = response.headers.get('content-security-policy')!;
      expect(policy).toContain("default-src 'self'");
      expect(policy).toContain(`connect-src 'self' ws://${new URL(origin).host}`);
      expect(policy).not.toMatch(/'unsafe|\*|https?:/);
      expect(response.headers.get('referrer-policy')).toBe('no-referrer');
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
      expect(response.headers.get('cross-origin-opener-policy')).toBe('same-origin');
      expect(response.headers.get('permissions-policy')).toContain(
        'camera=(self), microphone=(self), display-capture=(self)',
      );
      expect(response.headers.get('cache-control')).toBe('no-store');
      expect(response.headers.get('set-cookie')).toBeNull();
    }
  });

  test('only files whose name holds their hash may be kept', async () => {
    const asset = await fetch(`${origin}/assets/main-abc123.js`);
    expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(asset.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect((await fetch(`${origin}/api/demo`)).headers.get('cache-control')).toBe('no-store');
  });

  test.each(['/visit/Zylphia-Quonsett', '/nothing.js', '/..%2f..%2fetc/passwd', '/.env'])(
    '%s is not there',
    async (path) => {
      expect((await fetch(origin + path)).status).toBe(404);
    },
  );

  test('nothing outside the folder can be had, however the path is written', async () => {
    const { port } = new URL(origin);
    const status = await new Promise((resolve) => {
      rawRequest({ host: '127.0.0.1', port, path: '/assets/../../../etc/passwd' }, ({ statusCode }) => {
        resolve(statusCode);
      }).end();
    });
    expect(status).toBe(404);
  });

  test('a name that points at this machine from elsewhere is not answered', async () => {
    const { port } = new URL(origin);
    const status = await new Promise((resolve) => {
      rawRequest({ host: '127.0.0.1', port, path: '/api/demo', headers: { host: 'rebound.example' } }, (response) => {
        resolve(response.statusCode);
      }).end();
    });
    expect(status).toBe(421);
  });
});

describe('passes', () => {
  test('a pass is bound to the page’s key, and a reload is the same person under the same pseudonym', async () => {
    const visit = createOpaqueId(crypto);
    const trust = (await read('/api/trust')).body['keys']!;
    const passes = [];
    for (const session of [await signIn(visit, 'patient'), await signIn(visit, 'patient')]) {
      const { publicJwk, thumbprint } = await createPassKeys(crypto);
      const { status, body } = await post('/api/pass', { visit, role: 'patient', publicJwk }, session);
      expect(status).toBe(200);
      passes.push(await verifyVisitPass(body['pass']!, { trust, now: Date.now(), visit, thumbprint }));
    }
    expect(passes[0]).toMatchObject({ visit, role: 'patient' });
    expect(passes[1]!.sub).toBe(passes[0]!.sub);
    expect(passes[1]!.name).toBe(passes[0]!.name);
    expect(passes[1]!.thumbprint).not.toBe(passes[0]!.thumbprint);
  });

  test('nobody gets a pass for another role, another visit, or without having signed in', async () => {
    const visit = createOpaqueId(crypto);
    const { publicJwk } = await createPassKeys(crypto);
    const session = await signIn(visit, 'patient');
    expect((await post('/api/pass', { visit, role: 'clinician', publicJwk }, session)).status).toBe(403);
    const other = createOpaqueId(crypto);
    expect((await post('/api/pass', { visit: other, role: 'patient', publicJwk }, session)).status).toBe(403);
    expect((await post('/api/pass', { visit, role: 'patient', publicJwk })).status).toBe(401);
    expect((await post('/api/pass', { visit, role: 'patient', publicJwk: { kty: 'oct' } }, session)).status).toBe(400);
  });

  test('a page of another origin can change nothing', async () => {
    const response = await fetch(`${origin}/api/sign-in`, {
      method: 'POST',
      headers: { origin: 'https://elsewhere.example', 'content-type': 'application/json' },
      body: JSON.stringify({ visit: createOpaqueId(crypto), as: 'patient' }),
    });
    expect(response.status).toBe(403);
  });
});

describe('names', () => {
  const names = async (visit: string, role: Role): Promise<string[]> => {
    const { body } = await read(`/api/roster?visit=${visit}`, await signIn(visit, role));
    return (body['entries']! as { name: string }[]).map(({ name }) => name);
  };

  test('the clinician is told who everybody is, the patient who the clinician is', async () => {
    const visit = createOpaqueId(crypto);
    expect(await names(visit, 'clinician')).toHaveLength(5);
    expect(await names(visit, 'patient')).toEqual(['Dr. Maribonne Wexcastle']);
    expect(await names(visit, 'observer')).not.toContain('Iskandra Plumthwaite');
  });

  test('another visit’s names, and the landing page’s, are nobody’s', async () => {
    const session = await signIn(createOpaqueId(crypto), 'patient');
    expect((await read(`/api/roster?visit=${createOpaqueId(crypto)}`, session)).status).toBe(403);
    expect((await read('/api/roster?visit=x', session)).status).toBe(403);
    expect(JSON.stringify((await read('/api/demo')).body)).not.toContain('Quonsett');
  });

  test('the id of the same person in two visits differs', async () => {
    const subs = await Promise.all(
      [createOpaqueId(crypto), createOpaqueId(crypto)].map(async (visit) => {
        const { body } = await read(`/api/roster?visit=${visit}`, await signIn(visit, 'patient'));
        return (body['entries']! as { sub: string }[]).map(({ sub }) => sub);
      }),
    );
    expect(new Set(subs.flat()).size).toBe(2);
  });
});

describe('the clinician’s day', () => {
  const waiting = async (session: string): Promise<string[]> => {
    const { body } = await read('/api/today', session);
    const rows = body['visits']! as { name: string; waitingSince: number | null }[];
    return rows.filter(({ waitingSince }) => waitingSince !== null).map(({ name }) => name);
  };

  test('shows who is waiting, and forgets a page that fell silent', async () => {
    const { id } = ((await read('/api/demo')).body['visits']! as { id: string }[])[0]!;
    const clinician = await signIn(id, 'clinician');
    const patient = await signIn(id, 'patient');
    expect(await waiting(clinician)).toEqual([]);

    await post('/api/presence', { waiting: true }, patient);
    expect(await waiting(clinician)).toEqual(['Zylphia Quonsett']);

    now += leaseMilliseconds + 1;
    expect(await waiting(clinician)).toEqual([]);

    await post('/api/presence', { waiting: true }, patient);
    await post('/api/presence', { waiting: false }, patient);
    expect(await waiting(clinician)).toEqual([]);
  });

  test('is shown to clinicians only, and only patients wait', async () => {
    const visit = createOpaqueId(crypto);
    for (const role of ['patient', 'interpreter', 'family', 'observer'] as const) {
      expect((await read('/api/today', await signIn(visit, role))).status).toBe(403);
    }
    expect((await read('/api/today')).status).toBe(401);
    expect((await post('/api/presence', { waiting: true }, await signIn(visit, 'observer'))).status).toBe(403);
  });
});

describe('open to other machines', () => {
  const asClinician = (key?: string) =>
    post('/api/sign-in', { visit: createOpaqueId(crypto), as: 'clinician', ...(key !== undefined && { key }) });

  test('nobody is clinician without the key', async () => {
    await server.close();
    await serve({ exposed: true, clinicianKey: 'brass-heron' });
    expect((await asClinician()).status).toBe(403);
    expect((await asClinician('brass-heroN')).status).toBe(403);
    expect((await asClinician('brass-heron')).status).toBe(200);
    expect((await read('/api/demo')).body).toMatchObject({ clinicianKeyNeeded: true, clinicianPossible: true });
  });

  test('nobody is clinician when no key was set', async () => {
    await server.close();
    await serve({ exposed: true });
    expect((await asClinician('')).status).toBe(403);
    expect((await read('/api/demo')).body).toMatchObject({ clinicianKeyNeeded: true, clinicianPossible: false });
  });
});

describe('the TURN server', () => {
  const turn = createTurnDesk({ urls: ['turn:turn.clinic.example'], secret: 'synthetic-secret' });

  test('is for whoever is signed in, with credentials of their own, and its secret is for nobody', async () => {
    await server.close();
    await serve({ turn, turnOnly: true });
    expect(await read('/api/ice-servers')).toEqual({ status: 401, body: { error: 'signed-out' } });
    const visit = createOpaqueId(crypto);
    const { body } = await post('/api/sign-in', { visit, as: 'patient' });
    expect(body).toMatchObject({ turn: 'always' });
    const one = await read('/api/ice-servers', body['session']);
    const other = await read('/api/ice-servers', body['session']);
    expect(one.body).toMatchObject({ iceServers: [{ urls: ['turn:turn.clinic.example'] }] });
    expect(one).not.toEqual(other);
    expect(JSON.stringify([body, one])).not.toContain('synthetic-secret');
  });

  test('is not there unless it was set up', async () => {
    const { body } = await post('/api/sign-in', { visit: createOpaqueId(crypto), as: 'patient' });
    expect(body).toMatchObject({ turn: 'never' });
    expect((await read('/api/ice-servers', body['session'])).status).toBe(404);
  });
});

test('the relay is behind the same door: other paths and other origins get no socket', async () => {
  const visit = createOpaqueId(crypto);
  const opens = (address: string, from: string) =>
    new Promise((resolve) => {
      const { port } = new URL(origin);
      const request = rawRequest({
        host: '127.0.0.1',
        port,
        path: address,
        headers: {
          origin: from,
          connection: 'Upgrade',
          upgrade: 'websocket',
          'sec-websocket-version': '13',
          'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
        },
      });
      request.on('upgrade', (_response, socket) => {
        socket.destroy();
        resolve(true);
      });
      request.on('response', () => {
        resolve(false);
      });
      request.on('error', () => {
        resolve(false);
      });
      request.end();
    });
  expect(await opens(`/relay?room=${visit}`, origin)).toBe(true);
  expect(await opens(`/relay?room=${visit}`, 'https://elsewhere.example')).toBe(false);
  expect(await opens(`/elsewhere?room=${visit}`, origin)).toBe(false);
});

describe('the stand-in for Whereby', () => {
  const room = async (visit: string, role: Role) =>
    (await read(`/api/whereby-room?visit=${visit}`, await signIn(visit, role))).body;

  test('everybody in a visit is sent to one locked room, and only the clinician with the host’s key', async () => {
    const visit = createOpaqueId(crypto);
    const { hostRoomUrl } = await room(visit, 'clinician');
    const { roomUrl } = await room(visit, 'patient');
    const [address, key] = String(hostRoomUrl).split('?roomKey=');
    expect(roomUrl).toBe(address);
    expect(key).toMatch(/^host\./);
    expect(address).toMatch(/^https:\/\/quietroom\.whereby\.com\/[\da-f-]{36}$/);
    expect(address).not.toContain(visit);
    expect(await room(createOpaqueId(crypto), 'patient')).not.toEqual({ roomUrl });
  });

  test('is on this port, and gives nobody the controls of tests', async () => {
    const device = await fetch(`${origin}/emulators/whereby/api/devices`, { method: 'POST' });
    expect(device.status).toBe(200);
    const control = await fetch(`${origin}/emulators/whereby/control`, {
      method: 'POST',
      body: '{"command":"received"}',
    });
    expect(control.status).toBe(404);
  });

  test('is not there for other machines', async () => {
    await server.close();
    await serve({ exposed: true, clinicianKey: 'brass-heron', whereby: undefined });
    expect((await fetch(`${origin}/emulators/whereby/api/devices`, { method: 'POST' })).status).toBe(405);
    const visit = createOpaqueId(crypto);
    expect(await room(visit, 'patient')).toEqual({ error: 'no-such-provider' });
  });
});
