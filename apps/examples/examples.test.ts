import type { PassKeys, Trust } from '@quietroom/core';
import { createPassKeys, verifyVisitPass } from '@quietroom/core/passes';
import { signWherebyWebhook } from '@quietroom/server';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { createClinicApp } from './hono/app.ts';
import type { Records } from './clinic/records.ts';

const webhookSecret = 'synthetic-webhook-secret-0123456789';
const origin = 'https://visits.example.invalid';
const webhookAddress = `${origin}/api/webhooks/whereby`;

/** A server of either kind, as the network sees it. */
interface Example {
  readonly records: Records;
  readonly incidents: { readonly entries: readonly { readonly kind: string }[] };
  readonly ask: (request: Request) => Promise<Response>;
}

const openHono = async (): Promise<Example> => {
  const { app, records, incidents } = await createClinicApp({ webhookSecret, webhookAddress });
  return { records, incidents, ask: async (request) => app.fetch(request) };
};

const openNext = async (): Promise<Example> => {
  vi.stubEnv('WHEREBY_WEBHOOK_SECRET', webhookSecret);
  vi.stubEnv('WHEREBY_WEBHOOK_ADDRESS', webhookAddress);
  const { records, incidents } = await import('./next/clinic.ts');
  const routes: Readonly<Record<string, (request: Request) => Promise<Response> | Response>> = {
    'GET /api/trust': (await import('./next/app/api/trust/route.ts')).GET,
    'POST /api/pass': (await import('./next/app/api/pass/route.ts')).POST,
    'GET /api/roster': (await import('./next/app/api/roster/route.ts')).GET,
    'POST /api/webhooks/whereby': (await import('./next/app/api/webhooks/whereby/route.ts')).POST,
  };
  return {
    records,
    incidents,
    ask: async (request) => {
      const route = routes[`${request.method} ${new URL(request.url).pathname}`];
      return route === undefined ? new Response(null, { status: 404 }) : route(request);
    },
  };
};

describe.each([
  ['Hono', openHono],
  ['Next', openNext],
])('the example on %s', (_name, open) => {
  let example: Example;
  let keys: PassKeys;
  const get = (path: string, cookie = ''): Promise<Response> =>
    example.ask(new Request(`${origin}${path}`, { headers: { cookie } }));
  const post = (path: string, body: string, headers: Record<string, string>): Promise<Response> =>
    example.ask(new Request(`${origin}${path}`, { method: 'POST', body, headers }));
  const askPass = (cookie: string, visit: unknown = example.records.appointment.visit): Promise<Response> =>
    post('/api/pass', JSON.stringify({ visit, publicJwk: keys.publicJwk }), { cookie });

  beforeAll(async () => {
    example = await open();
    keys = await createPassKeys(crypto);
  });

  it('gives somebody who is signed in a pass that pages accept, and the same person after a reload', async () => {
    const { keys: trust } = (await (await get('/api/trust')).json()) as { keys: Trust };
    const claims = [];
    for (let load = 0; load < 2; load += 1) {
      const { pass } = (await (await askPass('session=quonsett')).json()) as { pass: string };
      const checks = { trust, now: Date.now(), visit: example.records.appointment.visit, thumbprint: keys.thumbprint };
      claims.push(await verifyVisitPass(pass, checks));
    }
    expect(claims[0]?.role).toBe('patient');
    expect(claims[1]).toMatchObject({ sub: claims[0]?.sub, name: claims[0]?.name });
  });

  it('gives no pass to strangers, for other visits, or for no key', async () => {
    expect((await askPass('')).status).toBe(401);
    expect((await askPass('session=somebody')).status).toBe(403);
    expect((await askPass('session=quonsett', 'another')).status).toBe(403);
    const { visit } = example.records.appointment;
    expect((await post('/api/pass', JSON.stringify({ visit }), { cookie: 'session=quonsett' })).status).toBe(400);
    expect((await post('/api/pass', 'not json', { cookie: 'session=quonsett' })).status).toBe(403);
  });

  it('shows the clinician everybody and the patient the clinician', async () => {
    const path = `/api/roster?visit=${example.records.appointment.visit}`;
    expect(await (await get(path, 'session=wexcastle')).text()).toContain('Zylphia Quonsett');
    const shown = await get(path, 'session=quonsett');
    expect(shown.headers.get('cache-control')).toBe('no-store');
    expect(await shown.json()).toMatchObject({ entries: [{ name: 'Dr. Maribonne Wexcastle' }] });
    expect((await get(path)).status).toBe(401);
  });

  it('is told by the vendor that a recording failed, and tells somebody, once; and never believes a forged call', async () => {
    const event = { id: 'event-1', apiVersion: '1.0', createdAt: new Date().toISOString(), type: 'recording.failed' };
    const body = JSON.stringify({ ...event, data: { meetingId: '1001', status: 'CLOUD_ACCESS_ERROR' } });
    const signed = await signWherebyWebhook(new TextEncoder().encode(body), webhookSecret, Date.now());
    expect((await post('/api/webhooks/whereby', body, signed)).status).toBe(200);
    expect((await post('/api/webhooks/whereby', body, signed)).status).toBe(200);
    expect(example.incidents.entries).toMatchObject([{ kind: 'recording-failed', room: '1001' }]);
    expect((await post('/api/webhooks/whereby', body.replace('1001', '1002'), signed)).status).toBe(401);
    expect(example.incidents.entries.at(-1)).toMatchObject({ kind: 'forged-call' });
  });
});
