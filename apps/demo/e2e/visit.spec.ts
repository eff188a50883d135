import { expect, test } from './support/test.ts';
import type { Person } from './support/person.ts';

/** The pseudonyms on a person's list of participants. */
const pseudonyms = async (person: Person): Promise<string[]> => {
  await person.opens('People');
  await expect(person.participants.getByRole('listitem')).not.toHaveCount(0);
  const text = (await person.participants.innerText()).replaceAll(/\s+/g, ' ');
  return text.match(/\b(?:Clinician|Patient|Interpreter|Family|Observer) [A-Z]\d[A-Z]\d\b/g) ?? [];
};

test('a patient asks, the clinician confirms who it is, and they see and hear each other until they leave', async ({
  arrives,
}) => {
  const clinician = await arrives('clinician');
  const patient = await arrives('patient');

  await test.step('the patient waits until the clinician lets them in', async () => {
    await clinician.comesIn();
    await clinician.isIn();
    await patient.comesIn();
    await expect(patient.page.getByRole('heading', { name: 'You are in the waiting room' })).toBeVisible();
    await expect(clinician.page.getByRole('navigation', { name: 'Today' })).toContainText('Waiting since');
    await clinician.admits('Iskandra Plumthwaite');
    await patient.isIn();
  });

  await test.step('each sees the other’s picture advance', async () => {
    await clinician.sees('patient');
    await patient.sees('clinician');
  });

  await test.step('sound rises and falls with the other’s mute', async () => {
    await expect.poll(() => patient.hears()).toBeGreaterThan(0.001);
    await clinician.control(/^Mute microphone/).click();
    await expect(clinician.control(/^Unmute microphone/)).toBeVisible();
    await expect.poll(() => patient.hears()).toBeLessThan(0.000_01);
    await expect.poll(() => clinician.hears()).toBeGreaterThan(0.001);
    await clinician.control(/^Unmute microphone/).click();
    await expect.poll(() => patient.hears()).toBeGreaterThan(0.001);
  });

  await test.step('what the clinician shares arrives, and names and notes are covered meanwhile', async () => {
    await clinician.page.getByRole('textbox', { name: 'Private notes' }).fill('Slept badly.');
    const before = (await patient.pictures()).length;
    await clinician.control(/^Share screen/).click();
    await expect(clinician.control(/^Stop sharing/)).toBeVisible();
    await expect
      .poll(() =>
        patient.visit
          .locator('video')
          .evaluateAll((videos) => videos.some((v) => v instanceof HTMLVideoElement && v.videoWidth > 640)),
      )
      .toBe(true);
    await expect(clinician.page.getByText('Iskandra Plumthwaite')).toHaveCount(0);
    await expect(clinician.page.getByRole('textbox', { name: 'Private notes' })).toHaveCount(0);
    await clinician.control(/^Stop sharing/).click();
    await expect(clinician.page.getByRole('textbox', { name: 'Private notes' })).toHaveValue('Slept badly.');
    await expect.poll(async () => (await patient.pictures()).length).toBe(before);
  });

  await test.step('the clinician keeps the patient in sight in a small window, under a pseudonym, and goes on from it', async () => {
    const opens = clinician.page.waitForEvent('popup');
    await clinician.control(/^Small window/).click();
    const small = await opens;
    await expect(small.getByRole('list', { name: 'People in the visit' })).toHaveText(/^Patient [A-Z]\d[A-Z]\d$/);
    expect(await small.title()).toBe('Video visit');
    expect(await small.content()).not.toContain('Plumthwaite');
    await expect
      .poll(() => small.locator('video').evaluate((video: HTMLVideoElement) => video.videoWidth))
      .toBeGreaterThan(0);
    const background = (element: Element) => getComputedStyle(element).backgroundColor;
    expect(await small.locator('main').evaluate(background)).toBe(
      await clinician.visit.locator('..').evaluate(background),
    );
    await small.getByRole('button', { name: /^Mute microphone/ }).click();
    await expect(clinician.control(/^Unmute microphone/)).toBeVisible();
    await small.getByRole('button', { name: /^Unmute microphone/ }).click();
    await expect(clinician.control(/^Mute microphone/)).toBeVisible();
    await clinician.control(/^Close small window/).click();
    await expect.poll(() => small.isClosed()).toBe(true);
    await expect(clinician.control(/^Small window/)).toBeFocused();
  });

  await test.step('leaving leaves nothing behind', async () => {
    for (const person of [patient, clinician]) {
      await person.leaves();
      await expect.poll(() => person.holds()).toEqual({ liveTracks: 0, openConnections: 0, openSockets: 0, stored: 0 });
      expect(await person.context.cookies()).toEqual([]);
      expect(await person.page.title()).toBe('Video visit');
      expect(person.complaints).toEqual([]);
    }
  });
});

test('a relay that is gone for ten seconds, and a browser that is frozen for ten, both come back as who they were', async ({
  arrives,
  freezes,
  line,
}) => {
  const clinician = await arrives('clinician');
  const patient = await arrives('patient');
  await clinician.comesIn();
  await patient.comesIn();
  await clinician.admits('Iskandra Plumthwaite');
  await patient.sees('clinician');
  await clinician.sees('patient');
  const known = { byClinician: await pseudonyms(clinician), byPatient: await pseudonyms(patient) };
  const tenSeconds = () => new Promise((resolve) => setTimeout(resolve, 10_000));

  await test.step('without the relay picture and sound go on, and it is found again', async () => {
    line.cut();
    const gone = tenSeconds();
    await expect(patient.visit.getByText(/reconnecting/i).first()).toBeVisible();
    await patient.sees('clinician');
    await gone;
    line.mend();
    await expect(patient.visit.getByText(/reconnecting/i)).toHaveCount(0);
    await clinician.writes('Iskandra Plumthwaite', 'Can you still read me?');
    await patient.opens('Chat');
    await expect(patient.chat.getByText('Can you still read me?')).toBeVisible();
    await expect(clinician.chat.getByText('Delivered')).toBeVisible();
  });

  await test.step('a frozen browser is missed while it is away and seen again when it is back', async () => {
    const wake = await freezes('patient');
    const thawed = tenSeconds();
    await expect(clinician.visit.getByText(/connection lost|lost connection|reconnecting/i).first()).toBeVisible();
    await thawed;
    wake();
    await clinician.sees('patient');
    await patient.sees('clinician');
    await expect.poll(() => clinician.hears()).toBeGreaterThan(0.001);
  });

  expect(await pseudonyms(clinician)).toEqual(known.byClinician);
  expect(await pseudonyms(patient)).toEqual(known.byPatient);
});

test('a patient who reloads the page asks again, and is the same person once let in', async ({ arrives }) => {
  const clinician = await arrives('clinician');
  const patient = await arrives('patient');
  await clinician.comesIn();
  await patient.comesIn();
  await clinician.admits('Iskandra Plumthwaite');
  await patient.isIn();
  await clinician.writes('Iskandra Plumthwaite', 'Are you there?');
  await expect(clinician.chat.getByText('Delivered')).toBeVisible();
  const known = await pseudonyms(clinician);

  await patient.page.reload();
  await patient.comesIn();
  await clinician.admits('Iskandra Plumthwaite');
  await patient.isIn();
  await clinician.sees('patient');
  expect(await pseudonyms(clinician)).toEqual(known);
  await patient.writes('Dr. Maribonne Wexcastle', 'Yes, I am back.');
  await clinician.opens('Chat');
  await expect(clinician.chat.getByText('Yes, I am back.')).toBeVisible();
});
