import type { Page } from '@playwright/test';
import { createCanary, realisticCanary, watchForPersonalData, type Watch } from '@quietroom/testing/canary';
import { tellCounts } from './canary/tell-counts.ts';
import { expect, test } from './support/test.ts';

const canaries = [
  realisticCanary('roster.patient', 'Iskandra Plumthwaite'),
  realisticCanary('roster.clinician', 'Dr. Maribonne Wexcastle'),
  createCanary('chat'),
];
const chat = canaries.find(({ id }) => id === 'chat')?.value ?? '';
/** The clinic's own server knows these people; the vendor's stand-in on the same port must not. */
const ownServer = ({ pathname }: URL) => !pathname.startsWith('/emulators');
/** Ways out that lead to the vendor, and what its client would leave behind. The page's own are the host's. */
const vendorsSinks = /websocket|request|fetch|beacon|channel|session-description|console|globals/;

const events = '**/emulators/100ms/events/**';

test('the same visit goes through 100ms’ unmodified SDK, reaches no other server, and tells it nobody’s name', async ({
  arrives,
  origin,
}) => {
  const sent: string[] = [];
  const watches: Watch[] = [];
  const listen = async (page: Page): Promise<void> => {
    watches.push(await watchForPersonalData(page, { canaries, ownServer }));
    page.on('websocket', (socket) => {
      sent.push(socket.url());
      socket.on('framesent', ({ payload }) => sent.push(payload.toString()));
    });
    page.on('request', (request) =>
      sent.push(`${request.url()} ${JSON.stringify(request.headers())} ${request.postData() ?? ''}`),
    );
  };
  const query = 'provider=100ms';
  // The host of the vendor’s analytics is down for one of them, and blocked for the other.
  const clinician = await arrives('clinician', {
    query,
    before: async (page) => {
      await listen(page);
      await page.route(events, (route) => route.abort('connectionrefused'));
    },
  });
  const patient = await arrives('patient', {
    query,
    before: async (page) => {
      await listen(page);
      await page.route(events, (route) => route.abort('blockedbyclient'));
    },
  });
  const stored = () =>
    Promise.all(
      [clinician, patient].map(({ page }) =>
        page.evaluate(() => JSON.stringify([localStorage, sessionStorage].map((storage) => Object.entries(storage)))),
      ),
    );

  await test.step('nothing of the vendor’s is asked for or changed before somebody presses to join', async () => {
    await expect(patient.button(/^Ask to join/)).toBeVisible();
    await patient.page.waitForLoadState('networkidle');
    expect(patient.requests.filter((address) => address.includes('/emulators/'))).toEqual([]);
    expect(await patient.page.evaluate(() => '__hms' in window)).toBe(false);
  });

  await test.step('the patient knocks with their pass, and is let in by name', async () => {
    await clinician.comesIn();
    await clinician.isIn();
    await patient.comesIn();
    await expect(patient.page.getByRole('heading', { name: 'You are in the waiting room' })).toBeVisible();
    await clinician.admits('Iskandra Plumthwaite');
    await patient.isIn();
  });

  await test.step('each sees and hears the other', async () => {
    await clinician.sees('patient');
    await patient.sees('clinician');
    await expect.poll(() => patient.hears()).toBeGreaterThan(0.001);
  });

  await test.step('a message reaches its recipient, sealed', async () => {
    await clinician.writes('Iskandra Plumthwaite', chat);
    await patient.opens('Chat');
    await expect(patient.chat.getByText(chat)).toBeVisible();
    await expect(clinician.chat.getByText('Delivered')).toBeVisible();
  });

  await test.step('nothing personal is in this browser’s storage, and no script of the page reaches the client', async () => {
    for (const kept of await stored()) {
      for (const secret of ['Plumthwaite', 'Wexcastle', chat, 'eyJ']) expect(kept).not.toContain(secret);
    }
    expect(await patient.page.evaluate(() => '__hms' in window)).toBe(false);
  });

  await test.step('leaving leaves nothing behind', async () => {
    for (const person of [patient, clinician]) {
      await person.leaves();
      await expect.poll(() => person.holds()).toEqual({ liveTracks: 0, openConnections: 0, openSockets: 0, stored: 0 });
      expect(await person.context.cookies()).toEqual([]);
      expect(person.complaints).toEqual([]);
    }
  });

  for (const address of [...clinician.requests, ...patient.requests]) {
    expect(new URL(address).host).toBe(new URL(origin).host);
  }
  expect(clinician.requests.some((address) => address.includes('/emulators/100ms/signal/'))).toBe(true);
  expect([...clinician.requests, ...patient.requests].filter((address) => address.includes('/100ms/events'))).toEqual(
    [],
  );
  tellCounts('100ms', watches);
  for (const watch of watches) {
    const findings = await watch.findings();
    expect(
      findings.filter(({ sink }) => vendorsSinks.test(sink)).map(({ canary, sink, to }) => [canary, sink, to]),
    ).toEqual([]);
  }
  const everything = sent.join('\n');
  expect(everything).toContain('"method":"join"');
  expect(everything).not.toContain('"method":"analytics"');
  for (const secret of ['Plumthwaite', 'Wexcastle', chat, 'Fake']) expect(everything).not.toContain(secret);
});
