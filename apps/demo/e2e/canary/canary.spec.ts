import type { Page } from '@playwright/test';
import { createCanary, realisticCanary, watchForPersonalData, type Sink, type Watch } from '@quietroom/testing/canary';
import { expect, test } from '../support/test.ts';
import { planted, plantInPage } from './planted.ts';
import { tellCounts } from './tell-counts.ts';

/** What the demo's invented clinic knows of the two people, and what they write and bring. */
const canaries = [
  realisticCanary('roster.patient', 'Iskandra Plumthwaite'),
  realisticCanary('roster.clinician', 'Dr. Maribonne Wexcastle'),
  ...['Zylphia Quonsett', 'Brannoch Tivvelby'].map((name) => realisticCanary('day.patients', name)),
  createCanary('chat.to-patient'),
  createCanary('chat.to-clinician'),
  createCanary('chat.draft'),
  createCanary('notes'),
  ...planted,
];
const valueOf = (id: string) => canaries.find((canary) => canary.id === id)?.value ?? '';

/** The clinic's own server knows these people; the relay and the vendors' stand-ins on the same port must not. */
const ownServer = ({ pathname }: URL) => !/^\/(relay|emulators)\b/.test(pathname);

/**
 * What is meant to be there. The page is the host's own: it put these there itself, and its list, notes and greetings
 * show names. What matters is that none of it goes anywhere.
 */
const hostsOwn: Readonly<Record<string, readonly Sink[]>> = {
  'page.title': ['title', 'document'],
  'page.query': ['history', 'document'],
  'page.hash': ['history', 'document'],
  'page.storage': ['local-storage'],
  'page.cookie': ['cookie'],
  'page.window-name': ['window-name'],
  notes: ['document'],
  'roster.patient': ['document'],
  'roster.clinician': ['document'],
  'day.patients': ['document'],
};

const leaksOf = async (watch: Watch) => {
  await watch.readPages();
  const findings = await watch.findings();
  return findings
    .filter(({ canary, sink }) => hostsOwn[canary]?.includes(sink) !== true)
    .map(({ canary, sink, form, to = '' }) => `${canary} (${form}) by ${sink} ${to}`);
};

/** What this page's memory still says. Best effort: text that is gone may stay until it is overwritten. */
const remembers = async (page: Page, texts: readonly string[]): Promise<readonly string[]> => {
  const session = await page.context().newCDPSession(page);
  const chunks: string[] = [];
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk));
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await session.detach();
  const snapshot = chunks.join('');
  return texts.filter((text) => snapshot.includes(text));
};

// The vendors' adapters have canaries of their own, with their telemetry up, down and blocked.
test('nothing personal comes out of either page', async ({ arrives }, testInfo) => {
  const watches: Watch[] = [];
  const before = async (page: Page) => {
    watches.push(await watchForPersonalData(page, { canaries, ownServer }));
    await page.addInitScript(plantInPage, planted);
  };
  const query = `ref=${valueOf('page.query')}#${valueOf('page.hash')}`;
  const clinician = await arrives('clinician', { query, before });
  const patient = await arrives('patient', { query, before });

  await clinician.page.getByRole('textbox', { name: 'Private notes' }).fill(valueOf('notes'));
  await clinician.comesIn();
  await clinician.isIn();
  await patient.comesIn();
  await clinician.admits('Iskandra');
  await patient.isIn();
  await clinician.sees('patient');
  await patient.sees('clinician');

  await clinician.writes('Iskandra Plumthwaite', valueOf('chat.to-patient'));
  await patient.opens('Chat');
  await expect(patient.chat.getByText(valueOf('chat.to-patient'))).toBeVisible();
  await patient.writes(/Wexcastle/, valueOf('chat.to-clinician'));
  await expect(clinician.chat.getByText(valueOf('chat.to-clinician'))).toBeVisible();
  await patient.chat.getByRole('textbox', { name: 'Message' }).fill(valueOf('chat.draft'));
  await clinician.control(/^Share screen/).click();
  await expect(clinician.control(/^Stop sharing/)).toBeVisible();
  await patient.control(/^Raise hand/).click();
  await expect(patient.control(/^Lower hand/)).toBeVisible();
  await patient.leaves();
  await clinician.leaves();

  for (const watch of watches) expect(await leaksOf(watch)).toEqual([]);
  tellCounts('direct', watches);
  const [first] = watches;
  for (const sink of ['websocket-sent', 'websocket-received', 'session-description', 'attribute'] as const)
    expect(first?.counts[sink], sink).toBeGreaterThan(0);

  const texts = ['chat.to-patient', 'chat.to-clinician', 'chat.draft'].map(valueOf);
  const remembered = await remembers(patient.page, texts);
  testInfo.annotations.push({
    type: 'remembered after the visit',
    description: `${remembered.length} of ${texts.length}`,
  });
});
