import type { Page } from '@playwright/test';
import { expect, test } from './support/test.ts';

test('the same visit goes through Whereby’s unmodified SDK, reaches no other server, and tells it nobody’s name', async ({
  arrives,
  origin,
}) => {
  const sent: string[] = [];
  const before = (page: Page) => {
    page.on('websocket', (socket) => {
      socket.on('framesent', ({ payload }) => sent.push(payload.toString()));
    });
    page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`));
  };
  const query = 'provider=whereby';
  const clinician = await arrives('clinician', { query, before });
  const patient = await arrives('patient', { query, before });

  await test.step('nothing of the vendor’s is asked for or changed before somebody presses to join', async () => {
    await expect(patient.button(/^Ask to join/)).toBeVisible();
    await patient.page.waitForLoadState('networkidle');
    expect(patient.requests.filter((address) => address.includes('/emulators/'))).toEqual([]);
    expect(await patient.page.evaluate(() => 'generateCertificate' in RTCPeerConnection)).toBe(true);
  });

  await test.step('the patient knocks and is let in', async () => {
    await clinician.comesIn();
    await clinician.isIn();
    await patient.comesIn();
    await expect(patient.page.getByRole('heading', { name: 'You are in the waiting room' })).toBeVisible();
    // The vendor's knock carries no pass, so who it is shows only once they are in.
    await clinician.admits('Guest');
    await patient.isIn();
  });

  await test.step('each sees and hears the other', async () => {
    await clinician.sees('patient');
    await patient.sees('clinician');
    await expect.poll(() => patient.hears()).toBeGreaterThan(0.001);
  });

  await test.step('a message reaches its recipient, sealed', async () => {
    await clinician.writes('Iskandra Plumthwaite', 'Please take a seat.');
    await patient.opens('Chat');
    await expect(patient.chat.getByText('Please take a seat.')).toBeVisible();
    await expect(clinician.chat.getByText('Delivered')).toBeVisible();
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
  expect(clinician.requests.some((address) => address.includes('/emulators/whereby/signal/'))).toBe(true);
  expect(clinician.requests.filter((address) => address.includes('/emulators/whereby/telemetry'))).toEqual([]);
  const everything = sent.join('\n');
  expect(everything).toContain('join_room');
  for (const secret of ['Plumthwaite', 'Wexcastle', 'take a seat']) expect(everything).not.toContain(secret);
});
