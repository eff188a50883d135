import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { redirectWhereby } from './redirect-whereby.ts';

const { fetch: plainFetch, WebSocket: PlainWebSocket } = globalThis;
let undo: (() => void) | null;
beforeEach(() => {
  undo = redirectWhereby({ origin: inject('wherebyUrl') });
});
afterEach(() => {
  undo?.();
});

describe('what a page asks of the vendor’s hosts', () => {
  test('by fetch, with an address, a URL or a Request', async () => {
    const address = 'https://api.whereby.dev/devices';
    const asked = [address, new URL(address), new Request(address, { method: 'POST' })];
    for (const input of asked) {
      const response = await fetch(input, { method: 'POST' });
      expect(response.url).toBe(`${inject('wherebyUrl')}/emulators/whereby/api/devices`);
      expect(response.status).toBe(200);
    }
  });

  test('by XMLHttpRequest', async () => {
    const request = new XMLHttpRequest();
    request.open('GET', 'https://api.whereby.dev/organization-subdomains/quietroom/?fields=permissions');
    await new Promise((resolve) => {
      request.onload = resolve;
      request.send();
    });
    expect(JSON.parse(request.responseText)).toMatchObject({ subdomain: 'quietroom' });
  });

  test('by WebSocket', async () => {
    const socket = new WebSocket('wss://rtcstats.srv.whereby.com/visit/here', '1.0');
    await new Promise((resolve) => {
      socket.onopen = resolve;
    });
    expect(socket.url).toBe(`${inject('wherebyUrl').replace('http', 'ws')}/emulators/whereby/telemetry/visit/here`);
    expect(socket).toBeInstanceOf(WebSocket);
    socket.close();
  });

  test('by sendBeacon', () => {
    expect(navigator.sendBeacon('https://api.whereby.dev/devices', 'x')).toBe(true);
  });

  test('of a host that has no stand-in leads nowhere, and not out', async () => {
    const response = await fetch('https://any.sfu.svc.whereby.com/x');
    expect(new URL(response.url).origin).toBe(inject('wherebyUrl'));
    expect(response.status).toBe(404);
  });
});

test('other addresses are left as they are', async () => {
  const request = new Request(location.href);
  expect((await fetch(request)).url).toBe(location.href);
  expect((await fetch('?x=1')).url).toBe(new URL('?x=1', document.baseURI).href);
});

test('undone, the page has what it had', () => {
  undo?.();
  expect(fetch).toBe(plainFetch);
  expect(WebSocket).toBe(PlainWebSocket);
  expect(Object.hasOwn(navigator, 'sendBeacon')).toBe(false);
});
