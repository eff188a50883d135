import type { CDPSession, Page } from '@playwright/test';
import type {} from './harness/harness.tsx';
import { expect, test } from './support/test.ts';

const nothing = { liveTracks: 0, openConnections: 0, openSockets: 0, stored: 0 };

test('StrictMode, which mounts everything twice, joins once', async ({ arrives, visitId }) => {
  const entries: string[] = [];
  const clinician = await arrives('clinician', {
    path: `/development/harness.html?visit=${visitId}`,
    before: (page) =>
      page.on('websocket', (socket) =>
        socket.on('framesent', ({ payload }) => {
          const { type } = JSON.parse(payload.toString()) as { type: string };
          if (type === 'enter' || type === 'resume') entries.push(type);
        }),
      ),
  });
  await clinician.page.evaluate(() => {
    globalThis.harness.mount();
  });
  await clinician.comesIn();
  await clinician.isIn();
  // Signed in twice, as this build of React mounts twice; entered once.
  expect(clinician.requests.filter((address) => address.endsWith('/api/sign-in'))).toHaveLength(2);
  expect(clinician.requests.filter((address) => address.startsWith('ws:'))).toHaveLength(1);
  expect(entries).toEqual(['enter']);
  await clinician.page.evaluate(() => {
    globalThis.harness.unmount();
  });
  await expect.poll(() => clinician.holds()).toEqual(nothing);
});

test('fifty mounts and unmounts in mid-visit leave no track, no socket, no connection, no listener and no memory', async ({
  arrives,
  visitId,
}) => {
  const patient = await arrives('patient');
  const clinician = await arrives('clinician', { path: `/harness.html?visit=${visitId}` });
  const cdp = await clinician.context.newCDPSession(clinician.page);
  await cdp.send('HeapProfiler.enable');

  const counts: Awaited<ReturnType<typeof count>>[] = [];
  await clinician.page.evaluate(() => {
    globalThis.harness.mount();
  });
  await clinician.comesIn();
  await clinician.isIn();
  await patient.comesIn();
  await clinician.admits('Iskandra Plumthwaite');
  for (let mounts = 1; mounts <= 50; mounts += 1) {
    if (mounts > 1) await mountsAndJoins(clinician.page);
    // Camera, microphone, socket and a connection to the other are all in use.
    await expect
      .poll(() => clinician.holds(), { intervals: [20] })
      .toEqual({ liveTracks: 2, openConnections: 1, openSockets: 1, stored: 0 });
    if (mounts % 10 === 0) await clinician.sees('patient');
    await clinician.page.evaluate(() => {
      globalThis.harness.unmount();
    });
    await expect.poll(() => clinician.holds(), { intervals: [20] }).toEqual(nothing);
    if (mounts === 10 || mounts === 50) counts.push(await count(cdp));
  }

  const [tenth, fiftieth] = counts;
  if (!tenth || !fiftieth) throw new Error('nothing was counted');
  expect(fiftieth.listeners).toBeLessThanOrEqual(tenth.listeners);
  expect(fiftieth.nodes).toBeLessThanOrEqual(tenth.nodes);
  expect(fiftieth.heap - tenth.heap).toBeLessThanOrEqual(1024 * 1024);
  test.info().annotations.push({
    type: 'heap',
    description: `${((fiftieth.heap - tenth.heap) / 1024).toFixed(0)} kB in 40 mounts`,
  });
});

/** The same presses as a person’s, without the time a person takes. */
const mountsAndJoins = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const button = async (name: string): Promise<HTMLButtonElement> => {
      for (;;) {
        const found = [...document.querySelectorAll('button')].find(({ innerText }) => innerText.startsWith(name));
        if (found) return found;
        await new Promise(requestAnimationFrame);
      }
    };
    globalThis.harness.mount();
    (await button('Turn on camera and microphone')).click();
    await Promise.all([button('Turn camera off'), button('Mute microphone')]);
    (await button('Join visit')).click();
  });

/** What the page holds once everything that can be collected has been. */
const count = async (cdp: CDPSession) => {
  await cdp.send('HeapProfiler.collectGarbage');
  const { usedSize: heap } = await cdp.send('Runtime.getHeapUsage');
  const { jsEventListeners: listeners, nodes } = await cdp.send('Memory.getDOMCounters');
  return { heap, listeners, nodes };
};
