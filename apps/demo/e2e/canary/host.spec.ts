import type { Page } from '@playwright/test';
import { createCanary, realisticCanary, watchForPersonalData, type Sink, type Watch } from '@quietroom/testing/canary';
import { adapterLeaks } from './leaky-adapter.ts';
import { expect, test, type Arrival } from '../support/test.ts';
import type { Person } from '../support/person.ts';
import { planted, plantInPage } from './planted.ts';

const handedOver = [
  realisticCanary('roster.name', 'Zylphia Anne Quonsett'),
  createCanary('roster.pronouns'),
  createCanary('host.emergency-card'),
  createCanary('host.words'),
  createCanary('host.known'),
];
const written = [
  createCanary('chat.text'),
  createCanary('chat.received'),
  createCanary('chat.draft'),
  createCanary('caption.text'),
];
const canaries = [...handedOver, ...written, ...planted];
const valueOf = (id: string) => canaries.find((canary) => canary.id === id)?.value ?? '';

const ownServer = ({ pathname }: URL) => !/^\/(relay|emulators)\b/.test(pathname);

/** Where the host itself put these, and nobody else reads them. */
const hostsOwn: Readonly<Record<string, readonly Sink[]>> = {
  'page.title': ['title', 'document'],
  'page.query': ['history'],
  'page.storage': ['local-storage'],
  'page.cookie': ['cookie'],
  'page.window-name': ['window-name'],
  // The host's own words and cards are drawn as the host wrote them.
  'host.words': ['text-unmasked', 'document'],
  'host.emergency-card': ['document'],
};
const leaksOf = async (watch: Watch) => {
  await watch.readPages();
  return (await watch.findings()).filter(({ canary, sink }) => hostsOwn[canary]?.includes(sink) !== true);
};

const goesIn = async (
  arrives: (role: 'clinician', arrival: Arrival) => Promise<Person>,
  more = '',
): Promise<{ clinician: Person; watch: Watch }> => {
  const watches: Watch[] = [];
  const given = new URLSearchParams([...handedOver, ...planted].map(({ id, value }): [string, string] => [id, value]));
  const clinician = await arrives('clinician', {
    path: `/canary.html?${given.toString()}${more}`,
    before: async (page: Page) => {
      watches.push(await watchForPersonalData(page, { canaries, ownServer }));
      await page.addInitScript(plantInPage, planted);
    },
  });
  const [watch] = watches;
  if (watch === undefined) throw new Error('The page was not watched.');
  // Its own address handed the page everything; the visit begins now.
  await expect(clinician.button(/^Join visit/)).toBeVisible();
  await watch.findings();
  watch.forget();
  await clinician.comesIn();
  await clinician.isIn();
  return { clinician, watch };
};

const happens = (page: Page, what: 'patient-says' | 'patient-is-captioned', text: string) =>
  page.evaluate(([type, detail]) => dispatchEvent(new CustomEvent(type, { detail })), [what, text] as const);

test('an adapter is handed nothing personal, whatever a host knows', async ({ arrives }) => {
  const { clinician, watch } = await goesIn(arrives);
  await clinician.writes('Zylphia Anne Quonsett', valueOf('chat.text'));
  await expect(clinician.chat.getByText('Delivered')).toBeVisible();
  await happens(clinician.page, 'patient-says', valueOf('chat.received'));
  await expect(clinician.chat.getByText(valueOf('chat.received'))).toBeVisible();
  await clinician.chat.getByRole('textbox', { name: 'Message' }).fill(valueOf('chat.draft'));
  await clinician.control(/^Raise hand/).click();
  await expect(clinician.control(/^Lower hand/)).toBeVisible();
  // What a vendor hears comes in, and must not go out again by any way.
  await happens(clinician.page, 'patient-is-captioned', valueOf('caption.text'));
  const captions = clinician.page.getByRole('region', { name: 'Captions' });
  await expect(captions.getByText(valueOf('caption.text'))).toBeVisible();
  await clinician.leaves();
  expect(await leaksOf(watch)).toEqual([]);
  // The adapter said what it was given, and the audit what happened.
  expect(watch.counts.console).toBeGreaterThan(10);
});

test('an adapter that leaks is caught, whatever it leaks', async ({ arrives }) => {
  const { clinician, watch } = await goesIn(arrives, '&leaky');
  await clinician.opens('Chat');
  await clinician.choosesRecipient('Zylphia Anne Quonsett');
  await clinician.chat.getByRole('textbox', { name: 'Message' }).fill(valueOf('chat.draft'));
  for (const [index, { what, sink, when }] of adapterLeaks.entries()) {
    watch.forget();
    await clinician.page.evaluate((open) => void (globalThis.openLeak = open), index);
    // What arrives is acknowledged, so something is delivered too.
    if (when === 'deliver') await happens(clinician.page, 'patient-says', valueOf('chat.received'));
    else await clinician.control(/^(Raise|Lower) hand/).click();
    const seen = async () => (await leaksOf(watch)).map((finding) => finding.sink);
    await expect.poll(seen, { message: what, intervals: [20, 100] }).toContain(sink);
  }
  const tried = adapterLeaks.length;
  test.info().annotations.push({ type: 'canary', description: `${tried} of ${tried} leaking adapters caught` });
});
