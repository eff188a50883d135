import { firefoxPath } from '../../../scripts/browsers.mjs';
import type { Person } from './support/person.ts';
import { expect, test } from './support/test.ts';

test.skip(
  firefoxPath() === undefined,
  process.env['FIREFOX_MISSING'] ??
    'There is no Firefox on this machine (apt-get install firefox-esr, or FIREFOX_PATH).',
);

/** Pictures of others that this page has decoded: Firefox counts no played frames of a stream. */
const framesDecoded = (person: Person): Promise<number> =>
  person.page.evaluate(async () => {
    let frames = 0;
    for (const connection of globalThis.probe.connections)
      for (const report of (await connection.getStats()).values() as Iterable<RTCInboundRtpStreamStats>)
        if (report.type === 'inbound-rtp' && report.kind === 'video') frames += report.framesDecoded ?? 0;
    return frames;
  });

const seesPicturesAdvance = async (person: Person): Promise<void> => {
  await expect.poll(() => framesDecoded(person)).toBeGreaterThan(0);
  const before = await framesDecoded(person);
  await expect.poll(() => framesDecoded(person)).toBeGreaterThan(before + 10);
};

test('a clinician in Chromium and a patient in Firefox hold a visit', async ({ arrives }) => {
  const clinician = await arrives('clinician');
  const patient = await arrives('patient', { browser: 'firefox' });
  await clinician.comesIn();
  await patient.comesIn();
  await clinician.admits('Iskandra Plumthwaite');
  await patient.isIn();

  await test.step('each sees and hears the other', async () => {
    await seesPicturesAdvance(clinician);
    await seesPicturesAdvance(patient);
    await expect.poll(() => clinician.hears()).toBeGreaterThan(0.001);
    await expect.poll(() => patient.hears()).toBeGreaterThan(0.001);
  });

  await test.step('they write to each other', async () => {
    await clinician.writes('Iskandra Plumthwaite', 'Can you read this?');
    await patient.opens('Chat');
    await expect(patient.chat.getByText('Can you read this?')).toBeVisible();
    await expect(clinician.chat.getByText('Delivered')).toBeVisible();
    await patient.writes('Dr. Maribonne Wexcastle', 'Yes, I can.');
    await expect(clinician.chat.getByText('Yes, I can.')).toBeVisible();
    await expect(patient.chat.getByText('Delivered')).toBeVisible();
  });

  await test.step('a mute on either side is seen and heard on the other', async () => {
    const pairs = [
      [patient, clinician],
      [clinician, patient],
    ] as const;
    for (const [speaker, listener] of pairs) {
      await speaker.control(/^Mute microphone/).click();
      await expect(speaker.control(/^Unmute microphone/)).toBeVisible();
      await expect(listener.visit.getByRole('img', { name: 'Muted' }).first()).toBeVisible();
      await expect.poll(() => listener.hears()).toBeLessThan(0.000_01);
      await speaker.control(/^Unmute microphone/).click();
      await expect.poll(() => listener.hears()).toBeGreaterThan(0.001);
    }
  });

  // Nobody's picture stood still in the meantime, so no tile may say so.
  for (const person of [clinician, patient]) await expect(person.visit.getByText('Picture stopped')).toHaveCount(0);

  await test.step('leaving leaves nothing behind', async () => {
    for (const person of [patient, clinician]) {
      await person.leaves();
      await expect.poll(() => person.holds()).toEqual({ liveTracks: 0, openConnections: 0, openSockets: 0, stored: 0 });
      expect(person.complaints).toEqual([]);
    }
  });
});
