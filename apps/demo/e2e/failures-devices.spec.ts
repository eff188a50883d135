import type { Page } from '@playwright/test';
import { expect, test } from './support/test.ts';

/* Failures of the browser, the devices and the way between, as a person meets them. See failures.spec.ts. */

declare global {
  /** Whether the camera's picture moves, and whether what comes in is full of holes. */
  var weather: { still: boolean; lossy: boolean };
}

const sees = async (page: Page, ...words: readonly (string | RegExp)[]) => {
  for (const said of words) await expect(page.getByText(said).first()).toBeVisible();
};

test('not-supported: a browser without devices says so, and the patient goes on without', async ({ arrives }) => {
  const { page, button } = await arrives('patient', {
    before: (blank) =>
      blank.addInitScript(() => {
        Object.defineProperty(Navigator.prototype, 'mediaDevices', { value: undefined });
      }),
  }).then((patient) => ({ page: patient.page, button: patient.button.bind(patient) }));
  await button('Turn camera on').click();
  await sees(page, 'This browser cannot use a camera', /^Open the link of the visit in another browser/);
  await sees(page, 'Or go on without camera: the others can still hear you.');
  await button(/^Ask to join/).click();
  await expect(page.getByRole('heading', { name: 'You are in the waiting room' })).toBeVisible();
});

test('insecure-page: a page without https says that it gets no camera, and where to go', async ({
  arrives,
  origin,
}) => {
  const insecure = 'http://visits.example';
  const { page } = await arrives('patient', {
    origin: insecure,
    before: (blank) =>
      blank.route(`${insecure}/**`, async (route) => {
        const { pathname, search } = new URL(route.request().url());
        const headers = { ...(await route.request().allHeaders()), origin };
        await route.fulfill({ response: await route.fetch({ url: `${origin}${pathname}${search}`, headers }) });
      }),
  });
  await page.getByRole('button', { name: 'Turn camera on' }).click();
  await sees(page, 'Your camera cannot be used on this page', /^The address of this page must begin with “https”/);
});

test('microphone-silent: a microphone that carries nothing is told before the visit', async ({ arrives }) => {
  const { page } = await arrives('patient', {
    before: async (blank) => {
      await blank.clock.install();
      await blank.addInitScript(() => {
        const quiet = new AudioContext().createMediaStreamDestination();
        const devices = navigator.mediaDevices;
        const ask = devices.getUserMedia.bind(devices);
        devices.getUserMedia = async (constraints) => {
          const stream = await ask(constraints);
          for (const track of stream.getAudioTracks()) {
            // The same microphone, switched off at its own switch: it is there, and carries nothing.
            for (const silence of quiet.stream.getAudioTracks()) {
              silence.getSettings = () => track.getSettings();
              stream.addTrack(silence);
            }
            stream.removeTrack(track);
          }
          return stream;
        };
      });
    },
  });
  await page.getByRole('button', { name: /^Unmute microphone/ }).click();
  await sees(page, 'Say something to test your microphone.');
  await page.clock.runFor(7_000);
  await sees(page, /^We cannot hear anything yet/);
});

test('a phone call in the visit holds the devices back: nobody is heard afterwards who did not say so', async ({
  arrives,
}) => {
  const clinician = await arrives('clinician');
  await clinician.comesIn();
  await clinician.isIn();
  const call = (kind: 'audio' | 'video', ringing: boolean) =>
    clinician.page.evaluate(
      ([which, held]) => {
        for (const track of globalThis.probe.tracks) {
          if (track.kind !== which || track.readyState !== 'live') continue;
          Object.defineProperty(track, 'muted', { value: held, configurable: true });
          track.dispatchEvent(new Event(held ? 'mute' : 'unmute'));
        }
      },
      [kind, ringing] as const,
    );

  await test.step('microphone-interrupted: it stays off after the call until it is asked for', async () => {
    await call('audio', true);
    await sees(clinician.page, /^Your microphone was interrupted, for example by a phone call/);
    await expect(clinician.control(/^Unmute microphone/)).toBeVisible();
    await call('audio', false);
    await clinician.control(/^Unmute microphone/).click();
    await expect(clinician.control(/^Mute microphone/)).toBeVisible();
  });

  await test.step('camera-interrupted: others see again when it is over', async () => {
    await call('video', true);
    await sees(clinician.page, /^Your camera is held back, for example by a phone call/);
    await expect(clinician.control(/^Turn camera on/)).toBeVisible();
    await call('video', false);
    await expect(clinician.control(/^Turn camera off/)).toBeVisible();
    await expect(clinician.page.getByText(/^Your camera is held back/)).toHaveCount(0);
  });
});

/** Runs in the page: a camera whose picture can stop, a way in full of holes, and sound only in answer to a press. */
const installWeather = () => {
  globalThis.weather = { still: false, lossy: false };
  const canvas = document.createElement('canvas');
  const pen = canvas.getContext('2d');
  let drawn = 0;
  setInterval(() => {
    if (globalThis.weather.still || !pen) return;
    drawn += 1;
    pen.fillStyle = `hsl(${drawn % 360} 80% 50%)`;
    pen.fillRect(0, 0, canvas.width, canvas.height);
  }, 66);
  const devices = navigator.mediaDevices;
  const ask = devices.getUserMedia.bind(devices);
  devices.getUserMedia = async (constraints) => {
    const stream = await ask(constraints);
    for (const track of stream.getVideoTracks()) {
      for (const moving of canvas.captureStream(15).getVideoTracks()) {
        moving.getSettings = () => track.getSettings();
        stream.addTrack(moving);
      }
      stream.removeTrack(track);
    }
    return stream;
  };

  const read: (this: RTCPeerConnection) => Promise<RTCStatsReport> = Reflect.get(
    RTCPeerConnection.prototype,
    'getStats',
  );
  let lost = 0;
  RTCPeerConnection.prototype.getStats = async function (this: RTCPeerConnection) {
    const report = await read.call(this);
    if (!globalThis.weather.lossy) return report;
    lost += 5_000;
    const holed = new Map<string, unknown>();
    report.forEach((entry: RTCStats, id: string) => {
      holed.set(id, entry.type === 'inbound-rtp' ? { ...entry, packetsLost: lost } : entry);
    });
    return holed;
  };

  // As Safari does; Chromium lets a page play that was pressed once.
  const play: (this: HTMLMediaElement) => Promise<void> = Reflect.get(HTMLMediaElement.prototype, 'play');
  let pressing = false;
  document.addEventListener(
    'click',
    () => {
      pressing = true;
      setTimeout(() => {
        pressing = false;
      });
    },
    { capture: true },
  );
  HTMLAudioElement.prototype.play = function (this: HTMLAudioElement) {
    return pressing ? play.call(this) : Promise.reject(new DOMException('', 'NotAllowedError'));
  };
};

test('sound that is held back, a picture that stops and a weak connection are told where they are met', async ({
  arrives,
}) => {
  const before = (page: Page) => page.addInitScript(installWeather);
  const clinician = await arrives('clinician', { before });
  const patient = await arrives('patient', { before });
  await clinician.button(/^Join visit/).click();
  await patient.comesIn();
  await clinician.admits('Iskandra Plumthwaite');

  await test.step('sound-blocked: one clear button plays it', async () => {
    await sees(clinician.page, 'The browser is holding back the sound.');
    await clinician.button('Play sound').click();
    await expect(clinician.page.getByText('The browser is holding back the sound.')).toHaveCount(0);
    await expect.poll(() => clinician.hears()).toBeGreaterThan(0.001);
  });

  await test.step('picture-stopped: the tile says so, and no longer once it moves', async () => {
    const stands = (still: boolean) =>
      patient.page.evaluate((held) => {
        globalThis.weather.still = held;
      }, still);
    await stands(true);
    await sees(clinician.page, 'Picture stopped');
    await stands(false);
    await expect(clinician.page.getByText('Picture stopped')).toHaveCount(0);
  });

  await test.step('connection-weak: going on without pictures is offered', async () => {
    await clinician.page.evaluate(() => {
      globalThis.weather.lossy = true;
    });
    await sees(clinician.page, /^The connection is weak/);
    await clinician.button('Hide the others’ pictures').click();
    await sees(clinician.page, /^The others’ pictures are hidden/);
  });
});
