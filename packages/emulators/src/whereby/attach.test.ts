import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { attachWherebyEmulator } from './attach.ts';
import type { WherebyEmulator } from './emulator.ts';

let server: Server;
let emulator: WherebyEmulator;

const start = async (control = false): Promise<number> => {
  server = createServer((_request, response) => {
    response.end('the page');
  });
  emulator = attachWherebyEmulator(server, { control });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
};
afterEach(async () => {
  emulator.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

/** Whether a WebSocket opens. */
const opens = (address: string): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = new WebSocket(address, '1.0');
    socket.on('open', () => {
      resolve(true);
      socket.terminate();
    });
    socket.on('error', () => {
      resolve(false);
    });
  });

test('one port carries the page and the stand-in', async () => {
  const origin = `http://127.0.0.1:${await start()}`;
  expect(await (await fetch(origin)).text()).toBe('the page');
  const device = await fetch(`${origin}/emulators/whereby/api/devices`, { method: 'POST' });
  expect(await device.json()).toMatchObject({
    credentials: { uuid: expect.any(String) as string },
    hmac: expect.any(String) as string,
  });
  expect((await fetch(`${origin}/emulators/whereby/elsewhere/`)).status).toBe(404);
});

test('a page of another origin may call it as the vendor lets it', async () => {
  const origin = `http://127.0.0.1:${await start()}`;
  const preflight = await fetch(`${origin}/emulators/whereby/api/devices`, {
    method: 'OPTIONS',
    headers: { origin: 'http://localhost:5173' },
  });
  expect(preflight.status).toBe(204);
  expect(preflight.headers.get('access-control-allow-origin')).toBe('http://localhost:5173');
  expect(preflight.headers.get('access-control-allow-headers')).toContain('x-appearin-device-platform');
});

test('only organisations that exist are found', async () => {
  const api = `http://127.0.0.1:${await start()}/emulators/whereby/api/organization-subdomains`;
  const known = await fetch(`${api}/quietroom/?fields=permissions`);
  expect(await known.json()).toMatchObject({ subdomain: 'quietroom', permissions: {}, limits: {} });
  expect((await fetch(`${api}/nobody/?fields=permissions`)).status).toBe(404);
});

test('telemetry is taken, counted and kept word for word', async () => {
  const port = await start(true);
  expect(emulator.telemetry.connections).toBe(0);
  expect(await opens(`ws://127.0.0.1:${port}/emulators/whereby/telemetry/visit/here`)).toBe(true);
  expect(emulator.telemetry.connections).toBe(1);
  expect(emulator.ledger.entries[0]).toMatchObject({ service: 'telemetry', name: 'connection' });
  expect(emulator.ledger.entries[0]?.text).toContain('/visit/here');
});

test('a service that is down hangs up', async () => {
  const port = await start();
  emulator.script.setDown('api', true);
  emulator.script.setDown('telemetry', true);
  await expect(fetch(`http://127.0.0.1:${port}/emulators/whereby/api/devices`, { method: 'POST' })).rejects.toThrow();
  expect(await opens(`ws://127.0.0.1:${port}/emulators/whereby/telemetry/`)).toBe(false);
  expect(
    await opens(`ws://127.0.0.1:${port}/emulators/whereby/signal/protocol/socket.io/v4/?EIO=4&transport=websocket`),
  ).toBe(true);
});

test('a stand-in that is not told to be controlled keeps nothing and obeys nobody', async () => {
  const port = await start();
  const control = `http://127.0.0.1:${port}/emulators/whereby/control`;
  expect((await fetch(control, { method: 'POST', body: '{"command":"received"}' })).status).toBe(404);
  await opens(`ws://127.0.0.1:${port}/emulators/whereby/telemetry/`);
  expect(emulator.ledger.entries).toEqual([]);
});

test('a command it does not know is refused with the reason', async () => {
  const control = `http://127.0.0.1:${await start(true)}/emulators/whereby/control`;
  const answer = await fetch(control, {
    method: 'POST',
    body: '{"command":"setLocked","room":"/nowhere","locked":true}',
  });
  expect(answer.status).toBe(400);
  expect(await answer.text()).toContain('There is no room /nowhere');
  expect((await fetch(control, { method: 'POST', body: 'not json' })).status).toBe(400);
});
