import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { redirectHms } from './redirect-hms.ts';

const { fetch: plainFetch, WebSocket: PlainWebSocket } = globalThis;
const standIn = `${inject('hmsUrl')}/emulators/100ms`;
let undo: (() => void) | null;
beforeEach(() => {
  undo = redirectHms({ origin: inject('hmsUrl') });
});
afterEach(() => {
  undo?.();
});

describe('what a page asks of the vendor’s hosts', () => {
  test('leads to the stand-in of each', async () => {
    const init = await fetch('https://prod-init.100ms.live/init?peer_id=x', { headers: { authorization: 'Bearer x' } });
    expect(init.url).toBe(`${standIn}/init/init?peer_id=x`);
    expect(init.status).toBe(401);
    const event = await fetch('https://event.100ms.live/v2/client/report', { method: 'POST', body: '{}' });
    expect(event.url).toBe(`${standIn}/events/v2/client/report`);
    expect(event.status).toBe(200);
    const line = new WebSocket('wss://signal.100ms.live/v2/ws?peer=x&token=x');
    expect(line.url).toBe(`${standIn.replace('http', 'ws')}/signal/v2/ws?peer=x&token=x`);
    await new Promise((resolve) => {
      line.onclose = resolve;
    });
  });

  test.each([
    'https://api.100ms.live/v2/layouts/ui',
    'https://whiteboard.100ms.live/',
    'https://auth.100ms.live/v2/token',
  ])('%s leads nowhere, and not out', async (address) => {
    const response = await fetch(address);
    expect(new URL(response.url).origin).toBe(inject('hmsUrl'));
    expect(response.status).toBe(404);
  });
});

test('undone, the page has what it had', () => {
  undo?.();
  expect(fetch).toBe(plainFetch);
  expect(WebSocket).toBe(PlainWebSocket);
});
