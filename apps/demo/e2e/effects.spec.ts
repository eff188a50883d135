import type { Page } from '@playwright/test';
import type { Person } from './support/person.ts';
import { installStagedDevices } from './support/staged-devices.ts';
import { expect, test } from './support/test.ts';

/** Mean step of green from one pixel to the next, 0 to 255: what a blur takes away. */
interface Detail {
  readonly wall: number;
  readonly face: number;
}

declare global {
  /** How much detail the first picture of a selector has, behind the person and in the face. */
  var detailOf: (selector: string) => Detail | null;
  /** The detail of every wall that was seen, in order. */
  var walls: number[];
}

/** Runs in the page that looks. */
const installEye = () => {
  const [width, height] = [320, 180];
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  globalThis.detailOf = (selector) => {
    const video = [...document.querySelectorAll<HTMLVideoElement>(selector)].find(({ videoWidth }) => videoWidth > 0);
    if (video === undefined || pen === null) return null;
    pen.drawImage(video, 0, 0, width, height);
    const measure = (left: number, top: number, wide: number, high: number) => {
      const { data } = pen.getImageData(left, top, wide, high);
      let steps = 0;
      for (let at = 5; at < data.length; at += 4) {
        const startsRow = ((at - 1) / 4) % wide === 0;
        if (!startsRow) steps += Math.abs((data[at] ?? 0) - (data[at - 4] ?? 0));
      }
      return steps / (high * (wide - 1));
    };
    return { wall: measure(8, 8, 90, 90), face: measure(130, 50, 60, 50) };
  };
  globalThis.walls = [];
};

const farPicture = '.qr-tile:not(.qr-self) video';
const ownPicture = '.qr-camera-preview video';
const detail = (page: Page, selector: string) => page.evaluate((where) => globalThis.detailOf(where), selector);
const wall = async (page: Page, selector: string) => (await detail(page, selector))?.wall ?? -1;

/** Looks at every picture from now on. */
const watchWalls = (page: Page) =>
  page.evaluate((where) => {
    const look = () => {
      const seen = globalThis.detailOf(where);
      if (seen !== null) globalThis.walls.push(seen.wall);
      setTimeout(look, 50);
    };
    look();
  }, farPicture);

const blurs = (person: Person) => person.page.getByRole('switch', { name: 'Blur my background' }).click();
const saysBlurred = (person: Person) =>
  expect(person.page.getByText(/^Your background is blurred/)).toBeVisible({ timeout: 40_000 });

/** Sharp, in the picture that is sent; under a quarter of it nothing behind somebody can be read. */
const sharp = 15;
const blurred = 4;

test('the other side sees a blurred wall and a sharp face, hears the voice without the noise, and no file comes from elsewhere', async ({
  arrives,
  origin,
}) => {
  // Without a graphics card the model takes most of a processor, beside two browsers in a visit.
  test.setTimeout(180_000);
  const clinician = await arrives('clinician', { before: (page) => page.addInitScript(installEye) });
  const patient = await arrives('patient', { before: (page) => page.addInitScript(installStagedDevices) });
  await clinician.comesIn();
  await patient.comesIn();
  await clinician.admits('Iskandra Plumthwaite');
  await patient.isIn();
  await expect.poll(() => wall(clinician.page, farPicture)).toBeGreaterThan(sharp);
  const plain = await detail(clinician.page, farPicture);
  const speaks = (what: 'noise' | 'voice') =>
    patient.page.evaluate((sound) => {
      globalThis.staged.hears(sound);
    }, what);
  const plainVoice = await clinician.hears();
  await speaks('noise');
  await patient.control(/^Settings/).click();

  await test.step('from the press on the wall is never seen again', async () => {
    await blurs(patient);
    // What was on its way when it was pressed still arrives.
    await expect.poll(() => wall(clinician.page, farPicture)).toBeLessThan(blurred);
    await watchWalls(clinician.page);
    await saysBlurred(patient);
    await expect
      .poll(async () => (await detail(clinician.page, farPicture))?.face)
      .toBeGreaterThan((plain?.face ?? 0) / 2);
    const walls = await clinician.page.evaluate(() => globalThis.walls);
    expect(Math.max(...walls)).toBeLessThan(blurred);
  });

  await test.step('noise falls by more than 10 dB, and the voice stays', async () => {
    const plainNoise = await clinician.hears();
    await patient.page.getByRole('switch', { name: 'Reduce background noise' }).click();
    await expect(patient.page.getByText('Background noise is reduced.')).toBeVisible();
    await expect.poll(() => clinician.hears()).toBeLessThan(plainNoise / 10);
    await speaks('voice');
    await expect.poll(() => clinician.hears()).toBeGreaterThan(plainVoice / 2);
  });

  await test.step('turned off, the wall is there again', async () => {
    await blurs(patient);
    await expect.poll(() => wall(clinician.page, farPicture)).toBeGreaterThan(sharp);
  });

  expect(patient.requests.some((address) => address.endsWith('.tflite'))).toBe(true);
  for (const address of patient.requests) expect(new URL(address).host).toBe(new URL(origin).host);
  expect(patient.complaints).toEqual([]);
  await patient.page.keyboard.press('Escape');
  await patient.leaves();
  await expect.poll(() => patient.holds()).toMatchObject({ liveTracks: 0, openConnections: 0 });
});

test('device-unblurred: without its model the camera stays dark, and the patient goes on without blur', async ({
  arrives,
}) => {
  const patient = await arrives('patient', {
    before: async (page) => {
      await page.addInitScript(installStagedDevices);
      await page.addInitScript(installEye);
      await page.route('**/*.tflite', (route) => route.fulfill({ status: 404 }));
    },
  });
  expect(patient.requests.some((address) => address.includes('/effects/'))).toBe(false);
  await blurs(patient);
  await patient.button('Turn camera on').click();
  const told = patient.page.getByText('Your background could not be blurred, so your camera is off');
  await expect(told).toBeVisible();
  await expect(patient.page.locator(ownPicture)).toHaveCount(0);
  await patient.button('Go on without blur').click();
  await expect.poll(() => wall(patient.page, ownPicture)).toBeGreaterThan(sharp);
  await expect(told).toHaveCount(0);
});

test('a browser without streams of frames blurs by single pictures', async ({ arrives }) => {
  const patient = await arrives('patient', {
    before: async (page) => {
      await page.addInitScript(installStagedDevices);
      await page.addInitScript(installEye);
      await page.addInitScript(() => {
        Reflect.deleteProperty(globalThis, 'MediaStreamTrackProcessor');
        Reflect.deleteProperty(globalThis, 'MediaStreamTrackGenerator');
      });
    },
  });
  await blurs(patient);
  await patient.button('Turn camera on').click();
  await saysBlurred(patient);
  await expect.poll(async () => (await detail(patient.page, ownPicture))?.face).toBeGreaterThan(3);
  expect(await wall(patient.page, ownPicture)).toBeLessThan(blurred);
});
