import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import { deliverHmsWebhook } from '@quietroom/emulators/100ms/rest';
import { deliverWherebyWebhook } from '@quietroom/emulators/whereby/rest';
import { afterEach, describe, expect, it } from 'vitest';
import { createOneTimeIds } from '../vendor/one-time-ids.ts';
import { createHmsVerifier } from './hms-verifier.ts';
import type { WebhookIncident } from './incident.ts';
import { bytesOf, secret, secretHeader, signedAt, vendors } from './vendor-vectors.test.support.ts';
import { createWebhookEndpoint, type WebhookEndpoint, type WebhookEndpointOptions } from './webhook-endpoint.ts';
import type { RecordingFailed, WebhookEvent } from './webhook-event.ts';
import { createWherebyVerifier } from './whereby-verifier.ts';

const address = 'https://clinic.invalid/hooks/vendor';
const vendorAddress = '34.100.213.146';

const meet = (options: Partial<WebhookEndpointOptions> = {}) => {
  const heard = { events: [] as WebhookEvent[], failures: [] as RecordingFailed[], incidents: [] as WebhookIncident[] };
  const endpoint = createWebhookEndpoint({
    verifier: createHmsVerifier({ secrets: [secret], secretHeader, now: () => signedAt }),
    address,
    now: () => signedAt,
    onEvent: (event) => void heard.events.push(event),
    onRecordingFailed: (event) => void heard.failures.push(event),
    onIncident: (incident) => void heard.incidents.push(incident),
    ...options,
  });
  return { endpoint, ...heard, kinds: () => heard.incidents.map(({ kind }) => kind) };
};

const hms = vendors[1]!;
const event = (type: string, data: object = {}, id = 'e1') =>
  JSON.stringify({
    id,
    timestamp: new Date(signedAt).toISOString(),
    type,
    data: { room_id: '60b8e13a6eb86d8101b57354', ...data },
  });
const call = async (body: string, init: RequestInit = {}, url = address) =>
  new Request(url, { method: 'POST', body, headers: await hms.sign(body), ...init });

describe('a webhook endpoint', () => {
  it('hears a good call once, also when it is delivered again', async () => {
    const { endpoint, events, incidents } = meet();
    expect((await endpoint(await call(hms.body))).status).toBe(200);
    expect((await endpoint(await call(hms.body))).status).toBe(200);
    expect(events).toHaveLength(1);
    expect(incidents).toEqual([]);
  });

  it('alerts when a recording failed', async () => {
    const { endpoint, events, failures } = meet();
    await endpoint(await call(event('beam.failure', { error_type: 'UPLOAD_ERROR' })));
    expect(failures).toMatchObject([{ type: 'recording-failed', reason: 'UPLOAD_ERROR' }]);
    expect(events).toHaveLength(1);
  });

  it('asks for another delivery while nobody can be alerted, and alerts then', async () => {
    let reachable = false;
    const told: string[] = [];
    const { endpoint } = meet({
      onRecordingFailed: ({ id }) => {
        if (!reachable) throw new Error('The pager is down.');
        told.push(id);
      },
    });
    const body = event('recording.failed');
    expect((await endpoint(await call(body))).status).toBe(503);
    reachable = true;
    expect((await endpoint(await call(body))).status).toBe(200);
    expect(told).toEqual(['e1']);
  });

  it('reports a live stream and a stranger as incidents', async () => {
    const { endpoint, incidents } = meet();
    await endpoint(await call(event('hls.started.success', {}, 'e1')));
    await endpoint(await call(event('peer.join.success', { user_id: 'dashboard' }, 'e2')));
    const room = '60b8e13a6eb86d8101b57354';
    expect(incidents).toEqual([
      { kind: 'live-streaming', vendor: '100ms', at: signedAt, room },
      { kind: 'unexpected-participant', vendor: '100ms', at: signedAt, room },
    ]);
  });

  it('answers a forged call 401 without a word, and reports it without what was in it', async () => {
    const { endpoint, events, incidents } = meet();
    const response = await endpoint(await call(hms.body, { headers: { 'x-clinic-secret': 'Zylphia Quonsett' } }));
    expect(response.status).toBe(401);
    expect(await response.text()).toBe('');
    expect(events).toEqual([]);
    expect(incidents).toEqual([{ kind: 'forged-call', vendor: '100ms', at: signedAt, room: null }]);
  });

  it('reports a replayed call', async () => {
    const late = signedAt + 3_600_000;
    const verifier = createHmsVerifier({ secrets: [secret], secretHeader, now: () => late });
    const { endpoint, events, kinds } = meet({ verifier });
    expect((await endpoint(await call(hms.body))).status).toBe(401);
    expect(events).toEqual([]);
    expect(kinds()).toEqual(['replayed-call']);
  });

  it('hears nothing over plain HTTP, whatever a stranger says about it', async () => {
    const { endpoint, events, kinds } = meet();
    const headers = await hms.sign(hms.body);
    headers.set('x-forwarded-proto', 'https');
    const plain = await call(hms.body, { headers }, 'http://clinic.invalid/hooks/vendor');
    expect((await endpoint(plain, { remoteAddress: '203.0.113.9' })).status).toBe(403);
    expect(events).toEqual([]);
    expect(kinds()).toEqual(['misdirected-call']);
  });

  it("hears the vendor's addresses only, and no spoofed header", async () => {
    const { endpoint, events } = meet({ sources: [`${vendorAddress}/32`], proxies: ['10.0.0.0/8'] });
    const from = async (remoteAddress: string | undefined, forwardedFor?: string) => {
      const headers = await hms.sign(hms.body);
      if (forwardedFor !== undefined) headers.set('x-forwarded-for', forwardedFor);
      headers.set('x-forwarded-proto', 'https');
      return (await endpoint(await call(hms.body, { headers }), { remoteAddress })).status;
    };
    expect(await from('203.0.113.9')).toBe(403);
    expect(await from('203.0.113.9', vendorAddress)).toBe(403);
    expect(await from('10.0.0.1', `${vendorAddress}, 203.0.113.9`)).toBe(403);
    expect(await from('10.0.0.1')).toBe(403);
    expect(await from(undefined, vendorAddress)).toBe(403);
    expect(events).toEqual([]);
    expect(await from(vendorAddress)).toBe(200);
    expect(await from('10.0.0.1', `203.0.113.9, ${vendorAddress}`)).toBe(200);
    expect(events).toHaveLength(1);
  });

  it('takes POST and bounded bodies only', async () => {
    const { endpoint, events } = meet({ longestBody: 1000 });
    expect((await endpoint(new Request(address))).status).toBe(405);
    const long = event('session.open.success', { padding: 'x'.repeat(1000) });
    expect((await endpoint(await call(long))).status).toBe(413);
    const headers = await hms.sign(long);
    headers.set('content-length', '5000');
    expect((await endpoint(await call(hms.body, { headers }))).status).toBe(413);
    expect(events).toEqual([]);
  });

  it('cannot verify what a framework has already read', async () => {
    const { endpoint } = meet();
    const request = await call(hms.body);
    await request.text();
    expect((await endpoint(request)).status).toBe(500);
  });

  it('asks for another delivery when its own parts fail, and throws at nobody', async () => {
    const failing = { claim: () => Promise.reject(new Error('The store is down.')), release: () => undefined };
    expect((await meet({ seen: failing }).endpoint(await call(hms.body))).status).toBe(503);
    const broken = new Request(address, {
      method: 'POST',
      body: new ReadableStream({
        pull: (controller) => {
          controller.error(new Error('cut'));
        },
      }),
      headers: await hms.sign(hms.body),
      duplex: 'half',
    } as RequestInit);
    expect((await meet().endpoint(broken)).status).toBe(503);
    const deaf = meet({ onIncident: () => Promise.reject(new Error('Nobody listens.')) });
    expect((await deaf.endpoint(await call(hms.body, { headers: {} }))).status).toBe(401);
  });

  it('remembers for two servers when they share a store', async () => {
    const seen = createOneTimeIds(() => signedAt);
    const servers = [meet({ seen }), meet({ seen })];
    for (const { endpoint } of servers) await endpoint(await call(hms.body));
    expect(servers.map(({ events }) => events.length)).toEqual([1, 0]);
  });

  it.each([
    'http://clinic.invalid/hooks',
    'https://user:secret@clinic.invalid/',
    'https://clinic.invalid/?token=1',
    'hooks',
  ])('cannot be at %s', (wrong) => {
    expect(() => meet({ address: wrong })).toThrow(expect.objectContaining({ option: 'address' }) as Error);
  });
});

describe('over real HTTP', () => {
  const servers: Server[] = [];
  afterEach(() => {
    for (const server of servers.splice(0)) {
      server.closeAllConnections();
      server.close();
    }
  });

  /** A server behind a proxy on the same machine, as Node's own types meet the web's. */
  const serve = async (endpoint: WebhookEndpoint): Promise<string> => {
    const server = createServer((incoming, outgoing) => {
      const chunks: Uint8Array[] = [];
      incoming.on('data', (chunk: Uint8Array) => chunks.push(chunk));
      incoming.on('end', () => {
        const headers = new Headers();
        for (const [name, value] of Object.entries(incoming.headers)) headers.set(name, String(value));
        const request = new Request(`http://localhost${incoming.url ?? ''}`, {
          method: 'POST',
          headers,
          body: Buffer.concat(chunks),
        });
        void endpoint(request, { remoteAddress: incoming.socket.remoteAddress }).then(({ status }) =>
          outgoing.writeHead(status).end(),
        );
      });
    }).listen(0, '127.0.0.1');
    servers.push(server);
    await once(server, 'listening');
    const bound = server.address();
    return `http://127.0.0.1:${typeof bound === 'object' && bound !== null ? bound.port : 0}/hook`;
  };
  const forwarded = { 'x-forwarded-for': vendorAddress, 'x-forwarded-proto': 'https' };
  const behind = { sources: [vendorAddress], proxies: ['127.0.0.1'] };

  it("hears 100ms' stand-in, and not one that lacks a secret", async () => {
    const { endpoint, events } = meet(behind);
    const url = await serve(endpoint);
    const headers = { ...forwarded, 'x-clinic-secret': secretHeader.values[0] ?? '' };
    expect(await deliverHmsWebhook({ url, secret, body: hms.body, headers })).toBe(200);
    expect(await deliverHmsWebhook({ url, secret, body: hms.body, headers: forwarded })).toBe(401);
    expect(await deliverHmsWebhook({ url, secret: 'another-secret-altogether', body: hms.body, headers })).toBe(401);
    expect(events).toMatchObject([{ type: 'participant-joined', vendorRole: 'patient' }]);
  });

  it("hears Whereby's stand-in in time", async () => {
    const verifier = createWherebyVerifier({ secrets: [secret], now: () => signedAt });
    const { endpoint, events } = meet({ ...behind, verifier });
    const delivery = { url: await serve(endpoint), secret, body: vendors[0]!.body, headers: forwarded };
    expect(await deliverWherebyWebhook({ ...delivery, at: signedAt })).toBe(200);
    expect(await deliverWherebyWebhook({ ...delivery, at: signedAt - 600_000 })).toBe(401);
    expect(events).toMatchObject([{ type: 'participant-joined', vendorRole: 'visitor' }]);
    expect(bytesOf(vendors[0]!.body).length).toBeGreaterThan(100);
  });
});
