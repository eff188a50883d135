import { chromium } from '@playwright/test';
import { chromiumArgs, chromiumLaunchOptions } from '../../../scripts/browsers.mjs';
import type { Person } from './support/person.ts';
import { expect, test } from './support/test.ts';

declare global {
  /** Takes a kind of device away from the browser's list, or gives it back, as a plug does. */
  var plug: (kind: MediaDeviceKind, there: boolean) => void;
}

/** Runs in the page: the browser's own list of devices, with a plug that can be pulled. */
const installPlug = () => {
  const devices = navigator.mediaDevices;
  const list = devices.enumerateDevices.bind(devices);
  const gone = new Set<MediaDeviceKind>();
  devices.enumerateDevices = async () => (await list()).filter(({ kind }) => !gone.has(kind));
  globalThis.plug = (kind, there) => {
    if (there) gone.delete(kind);
    else gone.add(kind);
    devices.dispatchEvent(new Event('devicechange'));
  };
};

/** Packets of sound this page has sent, and whether a sender still carries a live, audible track. */
const soundSent = (person: Person) =>
  person.page.evaluate(async () => {
    let packets = 0;
    let carried = false;
    for (const connection of globalThis.probe.connections) {
      for (const { track } of connection.getSenders())
        carried ||= track?.kind === 'audio' && track.readyState === 'live' && track.enabled;
      for (const report of (await connection.getStats()).values() as Iterable<RTCOutboundRtpStreamStats>)
        if (report.type === 'outbound-rtp' && report.kind === 'audio') packets += report.packetsSent ?? 0;
    }
    return { packets, carried };
  });

test('device-lost: a microphone that is unplugged stops being sent, and plugged in again is sent only when asked for', async ({
  arrives,
}) => {
  const clinician = await arrives('clinician', { before: (page) => page.addInitScript(installPlug) });
  const patient = await arrives('patient');
  await clinician.comesIn();
  await patient.comesIn();
  await clinician.admits('Iskandra Plumthwaite');
  await expect.poll(() => patient.hears()).toBeGreaterThan(0.001);
  const captures = await clinician.page.evaluate(() => globalThis.probe.captures);

  await clinician.page.evaluate(() => {
    globalThis.plug('audioinput', false);
  });
  await expect(clinician.control(/^Unmute microphone/)).toBeVisible();
  await expect(clinician.visit.getByText('Your microphone stopped working', { exact: true })).toBeVisible();
  await expect(clinician.visit.getByText('Others cannot hear you.', { exact: true })).toBeVisible();
  await expect(clinician.button('Choose another device')).toBeVisible();
  await expect.poll(() => patient.hears()).toBeLessThan(0.000_01);
  expect((await soundSent(clinician)).carried).toBe(false);

  await clinician.page.evaluate(() => {
    globalThis.plug('audioinput', true);
  });
  const { packets } = await soundSent(clinician);
  // More than a second of sound passes, and nothing of it is theirs.
  expect(await patient.hears()).toBeLessThan(0.000_01);
  expect(await soundSent(clinician)).toEqual({ packets, carried: false });
  await expect(clinician.control(/^Unmute microphone/)).toBeVisible();
  expect(await clinician.page.evaluate(() => globalThis.probe.captures)).toBe(captures);

  await clinician.control(/^Unmute microphone/).click();
  await expect(clinician.control(/^Mute microphone/)).toBeVisible();
  await expect.poll(() => patient.hears()).toBeGreaterThan(0.001);
});

test('camera and microphone are one question of the browser', async ({ arrives }) => {
  const patient = await arrives('patient');
  await patient.button('Turn on camera and microphone').click();
  await expect(patient.button(/^Turn camera off/)).toBeVisible();
  await expect(patient.button(/^Mute microphone/)).toBeVisible();
  expect(await patient.page.evaluate(() => globalThis.probe.captures)).toBe(1);
});

test('“Test connection” reaches the clinic’s own relay, enters nothing, and its report names nothing', async ({
  arrives,
  origin,
}) => {
  const patient = await arrives('patient');
  await patient.button('Turn on camera and microphone').click();
  await expect(patient.button(/^Turn camera off/)).toBeVisible();
  await patient.button('Test connection').click();
  await expect(patient.page.getByText('Your connection reaches the visit.')).toBeVisible();
  await expect(patient.page.getByText(/^The visit’s server: reached in \d+ ms$/)).toBeVisible();
  for (const address of patient.requests) expect(new URL(address).host).toBe(new URL(origin).host);
  expect(patient.fromRelay.every((frame) => frame.includes('"challenge"'))).toBe(true);
  expect(await patient.page.evaluate(() => globalThis.probe.sockets.every(({ readyState }) => readyState >= 2))).toBe(
    true,
  );

  const saving = patient.page.waitForEvent('download');
  await patient.button('Download report').click();
  const file = await saving;
  expect(file.suggestedFilename()).toBe('visit-check.json');
  const chunks: Buffer[] = [];
  for await (const chunk of await file.createReadStream()) chunks.push(Buffer.from(chunk as Uint8Array));
  const report = Buffer.concat(chunks).toString();
  expect(JSON.parse(report)).toMatchObject({
    camera: 'on',
    microphone: 'on',
    connection: { server: { outcome: 'reached' } },
  });
  const labels = await patient.page.evaluate(async () =>
    (await navigator.mediaDevices.enumerateDevices()).flatMap(({ label, deviceId }) => [label, deviceId]),
  );
  for (const personal of [...labels, ...patient.idsSeen, 'Iskandra', 'localhost', '127.0.0.1'])
    if (personal !== '' && personal !== 'default') expect(report).not.toContain(personal);
});

test('server-unreached: “Test connection” says that the visit is not reached', async ({ arrives, line }) => {
  // Not even the code that would test it has come yet.
  const patient = await arrives('patient', { before: (page) => page.route(/\/joining-/, (route) => route.abort()) });
  await expect(patient.button('Test connection')).toBeVisible();
  line.cut();
  await patient.button('Test connection').click();
  await expect(patient.page.getByText(/^Your connection does not reach the visit/)).toBeVisible();
});

const visitOf = (origin: string, visit: string) => `${origin}/visit/${visit}?as=patient`;

for (const { code, without, says } of [
  {
    code: 'device-denied',
    without: ['--use-fake-ui-for-media-stream'],
    says: ['This page may not use your camera', 'This page may not use your microphone', /sign beside the address/],
  },
  {
    code: 'device-missing',
    without: ['--use-fake-device-for-media-stream'],
    says: ['No camera was found', 'No microphone was found', /unplug it and plug it in again/],
  },
] as const) {
  test(`${code}: the browser’s own answer is told with steps, and the patient goes on without`, async ({
    origin,
    visitId,
  }) => {
    const args = chromiumArgs.filter((flag) => !without.some((left) => flag === left));
    const browser = await chromium.launch({ ...chromiumLaunchOptions(), args });
    try {
      const page = await browser.newPage({ locale: 'en' });
      await page.goto(visitOf(origin, visitId));
      await page.getByRole('button', { name: 'Turn on camera and microphone' }).click();
      for (const words of says) await expect(page.getByText(words).first()).toBeVisible();
      await page.getByRole('button', { name: /^Ask to join/ }).click();
      await expect(page.getByRole('heading', { name: 'You are in the waiting room' })).toBeVisible();
    } finally {
      await browser.close();
    }
  });
}
