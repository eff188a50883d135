import { afterEach, beforeEach, expect, test } from 'vitest';
import { startStandIn } from '../../test/100ms-line.ts';

let standIn: Awaited<ReturnType<typeof startStandIn>>;
beforeEach(async () => {
  standIn = await startStandIn();
});
afterEach(() => standIn.close());

const init = (token: string, headers: Record<string, string> = {}) =>
  fetch(`${standIn.origin}/emulators/100ms/init/init?peer_id=x`, {
    headers: { authorization: `Bearer ${token}`, ...headers },
  });
const token = (lifetime?: number) => {
  const { registry } = standIn.emulator;
  return registry.mintToken({ roomId: registry.createRoom().id, userId: 'k7q4', role: 'patient' }, lifetime);
};

test('one port carries the page and the stand-in', async () => {
  expect(await (await fetch(standIn.origin)).text()).toBe('the page');
  const answer = await init(token(), { origin: 'http://localhost:5173' });
  expect(answer.headers.get('access-control-allow-origin')).toBe('http://localhost:5173');
  expect(await answer.json()).toMatchObject({
    endpoint: `${standIn.origin.replace('http', 'ws')}/emulators/100ms/signal/v2/ws`,
    config: { enabledFlags: expect.arrayContaining(['hipaa', 'simulcast']) as string[] },
  });
  expect((await fetch(`${standIn.origin}/emulators/100ms/nowhere/`)).status).toBe(404);
});

test('a browser may ask first whether it may', async () => {
  const answer = await fetch(`${standIn.origin}/emulators/100ms/events/v2/client/report`, {
    method: 'OPTIONS',
    headers: { origin: 'http://localhost:5173' },
  });
  expect(answer.status).toBe(204);
  expect(answer.headers.get('access-control-allow-headers')).toContain('user_agent_v2');
});

test('a token that has expired is refused in the vendor’s form', async () => {
  const answer = await init(token(-1));
  expect(answer.status).toBe(401);
  expect(await answer.json()).toEqual({ code: 401, message: 'Token validation error: token has expired' });
});

test('a rule answers in its place, as often as it says; a service that is down hangs up', async () => {
  const { script } = standIn.emulator;
  script.add({ on: 'http', name: 'init', action: 'refuse', code: 429, message: 'slow down', times: 1 });
  expect((await init(token())).status).toBe(429);
  expect((await init(token())).status).toBe(200);
  script.setDown('init', true);
  await expect(init(token())).rejects.toThrow();
  script.clear();
  expect((await init(token())).status).toBe(200);
});

test('events are taken, counted and kept word for word', async () => {
  const body = '{"peer":{"user_name":"Zylphia Quonsett"}}';
  await fetch(`${standIn.origin}/emulators/100ms/events/v2/client/report`, { method: 'POST', body });
  expect(standIn.emulator.events.events).toBe(1);
  const { place, name, text } = standIn.emulator.ledger.entries[0]!;
  expect({ place, name }).toEqual({ place: 'events', name: 'POST /v2/client/report' });
  expect(text).toContain('Zylphia Quonsett');
});

test('a command that makes no sense is refused with the reason', async () => {
  const command = (body: string) => fetch(`${standIn.origin}/emulators/100ms/control`, { method: 'POST', body });
  const answer = await command('{"command":"setRtmp","room":"nowhere","on":true}');
  expect(answer.status).toBe(400);
  expect(await answer.text()).toContain('There is no room nowhere');
  expect((await command('not json')).status).toBe(400);
});
