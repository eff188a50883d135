import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@playwright/test';
import { realisticCanary, sinks, watchForPersonalData, type Sink } from '@quietroom/testing/canary';
import { chromium } from '@playwright/test';
import { WebSocketServer } from 'ws';
import { chromiumLaunchOptions } from '../../../../scripts/browsers.mjs';
import { leaks } from './leaks.ts';
import { disguises } from './leaks/disguises.ts';

const name = 'Zylphia Anne Quonsett';

/** A careless host's server: takes everything, and says it back on its sockets. */
const startHost = async () => {
  const server = createServer((request, answer) => {
    request.resume();
    const isPage = request.url === '/';
    answer.writeHead(isPage ? 200 : 404, { 'content-type': 'text/html' });
    answer.end(isPage ? '<!doctype html><title>Video visit</title><body>' : '');
  });
  const sockets = new WebSocketServer({ server });
  sockets.on('connection', (socket) => {
    socket.on('message', (data, isBinary) => {
      socket.send(data, { binary: isBinary });
    });
    socket.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://localhost:${port}`,
    stop: () => {
      sockets.close();
      server.closeAllConnections();
      server.close();
    },
  };
};

test('the canary catches every deliberate leak', async ({}, testInfo) => {
  const host = await startHost();
  const browser = await chromium.launch(chromiumLaunchOptions());
  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write', 'notifications'] });
  const page = await context.newPage();
  const watch = await watchForPersonalData(page, { canaries: [realisticCanary('roster.name', name)] });
  const missed: string[] = [];
  const caught = new Map<Sink, number>();

  /** Leaks once, then looks whether it was seen where it went out. Some ways out answer a moment later. */
  const tries = async (what: string, sink: Sink, leak: () => Promise<unknown>) => {
    watch.forget();
    await page.goto(host.origin);
    expect(await watch.findings(), `before ${what}`).toEqual([]);
    await leak();
    const seen = async () => {
      await watch.readPages();
      return (await watch.findings()).some((finding) => finding.sink === sink);
    };
    await expect
      .poll(seen, { intervals: [10, 50, 100], timeout: 3_000 })
      .toBe(true)
      .then(
        () => caught.set(sink, (caught.get(sink) ?? 0) + 1),
        () => missed.push(`${what} (${sink})`),
      );
    await page.evaluate(() => {
      localStorage.clear();
      sessionStorage.clear();
      window.name = '';
    });
    await context.clearCookies();
  };

  for (const { what, sink, leak } of leaks) await tries(what, sink, () => page.evaluate(leak, name));
  for (const { what, disguise } of disguises) {
    await tries(what, 'request-body', async () => {
      const hidden = await page.evaluate(disguise, name);
      await page.evaluate((body) => fetch('/out', { method: 'POST', body }), hidden);
    });
  }

  await browser.close();
  host.stop();
  expect(missed).toEqual([]);
  expect(Object.keys(sinks).filter((sink) => !caught.has(sink as Sink))).toEqual([]);
  const tried = leaks.length + disguises.length;
  testInfo.annotations.push({ type: 'canary', description: `${tried} of ${tried} deliberate leaks of a page caught` });
  expect(tried).toBeGreaterThanOrEqual(46);
});
