import type { Page } from '@playwright/test';
import { createCanary, realisticCanary, watchForPersonalData, type Sink, type Watch } from '@quietroom/testing/canary';
import { planted, plantInPage } from './canary/planted.ts';
import { tellCounts } from './canary/tell-counts.ts';
import { expect, test } from './support/test.ts';

const path = createCanary('page.path');
const device = createCanary('device.id');
const [toPatient, toClinician, notes] = ['chat.to-patient', 'chat.to-clinician', 'notes'].map(createCanary) as [
  ReturnType<typeof createCanary>,
  ReturnType<typeof createCanary>,
  ReturnType<typeof createCanary>,
];
const canaries = [
  realisticCanary('roster.patient', 'Iskandra Plumthwaite'),
  realisticCanary('roster.clinician', 'Dr. Maribonne Wexcastle'),
  toPatient,
  toClinician,
  notes,
  path,
  device,
  ...planted,
];

/** Where the page itself, which is the host's own, has these. They leave it by none of the other ways. */
const hostsOwn: Readonly<Record<string, readonly Sink[]>> = {
  'page.path': ['history', 'document'],
  // The choice between devices has the browser's own ids as its values.
  'device.id': ['attribute', 'document'],
  'page.title': ['title', 'document'],
  'page.query': ['history', 'document'],
  'page.hash': ['history', 'document'],
  'page.storage': ['local-storage'],
  'page.cookie': ['cookie'],
  'page.window-name': ['window-name'],
  notes: ['document'],
  'roster.patient': ['document'],
  'roster.clinician': ['document'],
};
const leaksOf = async (watch: Watch) => {
  await watch.readPages();
  return (await watch.findings())
    .filter(({ canary, sink }) => hostsOwn[canary]?.includes(sink) !== true)
    .map(({ canary, sink, form, to = '' }) => `${canary} (${form}) by ${sink} ${to}`);
};

/** The vendor's stand-ins are on the clinic's port; what is said to them is said to the vendor. */
const ownServer = ({ pathname }: URL) => !/^\/(relay|emulators)\b/.test(pathname);

/** Runs in the page before its own scripts: the devices' ids are marked as well, the same wherever they are read. */
const markDevices = (mark: string): void => {
  const marked = (id: string | undefined) => (id === undefined || id === '' ? '' : `${mark}-${id}`);
  for (const name of ['deviceId', 'groupId']) {
    const plain = Object.getOwnPropertyDescriptor(MediaDeviceInfo.prototype, name);
    Object.defineProperty(MediaDeviceInfo.prototype, name, {
      configurable: true,
      get(this: MediaDeviceInfo) {
        return marked(plain?.get?.call(this) as string);
      },
    });
  }
  const settings = Object.getOwnPropertyDescriptor(MediaStreamTrack.prototype, 'getSettings')?.value as (
    this: MediaStreamTrack,
  ) => MediaTrackSettings;
  MediaStreamTrack.prototype.getSettings = function readMarked(this: MediaStreamTrack) {
    const { deviceId, groupId, ...others } = settings.call(this);
    return { ...others, deviceId: marked(deviceId), groupId: marked(groupId) };
  };
};

/** What a page finds where telemetry would go. */
const triesTelemetry = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        document.addEventListener('securitypolicyviolation', () => {
          resolve('blocked');
        });
        const socket = new WebSocket('wss://rtcstats.srv.whereby.com/');
        socket.onopen = () => {
          // A socket that is hung up on has been open for a moment.
          setTimeout(() => {
            resolve('up');
          }, 300);
        };
        socket.onclose = () => {
          setTimeout(() => {
            resolve('down');
          }, 300);
        };
      }),
  );

/** Makes it so, in a page that has asked the vendor nothing yet. */
const telemetryIs: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
  up: () => Promise.resolve(),
  // The stand-in hangs up on whoever comes by this name.
  down: (page) =>
    page.addInitScript(() => {
      const Plain = WebSocket;
      globalThis.WebSocket = class extends Plain {
        constructor(address: string | URL, protocols?: string | string[]) {
          super(String(address).replace('/whereby/telemetry', '/whereby/nowhere'), protocols);
        }
      };
    }),
  // As a host's own policy would, by naming what may be reached.
  blocked: (page) =>
    page.evaluate(() => {
      const { host } = location;
      const reachable = ['api/', 'assets/', 'emulators/whereby/api/'].map((start) => `http://${host}/${start}`);
      const policy = document.createElement('meta');
      policy.httpEquiv = 'Content-Security-Policy';
      policy.content = `connect-src ${reachable.join(' ')} ws://${host}/emulators/whereby/signal/`;
      document.head.append(policy);
    }),
};

for (const [state, make] of Object.entries(telemetryIs)) {
  test(`with Whereby’s telemetry ${state}, nothing personal leaves either page, in frames, addresses, headers, storage or log`, async ({
    arrives,
  }) => {
    const watches: Watch[] = [];
    const before = async (page: Page) => {
      watches.push(await watchForPersonalData(page, { canaries, ownServer }));
      await page.addInitScript(plantInPage, planted);
      await page.addInitScript(markDevices, device.value);
      if (state === 'down') await make(page);
    };
    const valueOf = (id: string) => canaries.find((canary) => canary.id === id)?.value ?? '';
    // `debug` is what makes the vendor's client talkative.
    const query = `provider=whereby&debug=1&ref=${valueOf('page.query')}#${valueOf('page.hash')}`;
    const clinician = await arrives('clinician', { query, before });
    const patient = await arrives('patient', { query, before });
    await clinician.page.getByRole('textbox', { name: 'Private notes' }).fill(notes.value);
    for (const { page } of [clinician, patient]) {
      await expect(page.getByRole('button', { name: /^(Join visit|Ask to join)/ })).toBeVisible();
      if (state === 'blocked') await make(page);
      // A host's page whose path says too much: the vendor's telemetry would be told it.
      await page.evaluate((value) => {
        history.replaceState(null, '', `/patients/${value}`);
      }, path.value);
    }

    await clinician.comesIn();
    await clinician.isIn();
    await patient.comesIn();
    await clinician.admits('');
    await patient.isIn();
    await clinician.sees('patient');
    await patient.sees('clinician');
    await clinician.writes('Iskandra Plumthwaite', toPatient.value);
    await patient.opens('Chat');
    await expect(patient.chat.getByText(toPatient.value)).toBeVisible();
    await patient.writes(/Wexcastle/, toClinician.value);
    await expect(clinician.chat.getByText(toClinician.value)).toBeVisible();
    await clinician.control(/^Share screen/).click();
    await expect(clinician.control(/^Stop sharing/)).toBeVisible();
    await patient.leaves();
    await clinician.leaves();

    tellCounts(`Whereby, telemetry ${state}`, watches);
    for (const watch of watches) {
      expect(await leaksOf(watch)).toEqual([]);
      for (const sink of ['websocket-sent', 'websocket-received', 'session-description'] as const)
        expect(watch.counts[sink], sink).toBeGreaterThan(0);
    }
    for (const { requests } of [clinician, patient])
      expect(requests.filter((address) => /\/emulators\/whereby\/(telemetry|nowhere)/.test(address))).toEqual([]);
    expect(await triesTelemetry(patient.page)).toBe(state);
  });
}
