import type { AuditRecord } from '@quietroom/core/audit';
import { verifyAudit } from '@quietroom/core/audit';
import type { ConsentReceipt } from '@quietroom/core';
import type { Page } from '@playwright/test';
import type { Person } from './support/person.ts';
import { expect, test } from './support/test.ts';

/** What a withdrawal may take from the press until the vendor has stopped, in milliseconds. */
const withdrawalLimit = 2_000;
const going = 'On now. Everybody agreed.';

/** What the vendor's stand-in says of its recorder, by provider; anything else on the line is left out. */
const toldBy = {
  whereby: [
    [/"cloud_recording_started"/, 'started'],
    [/"cloud_recording_stopped"/, 'stopped'],
    [/"new_client".*"roleName":"granted_visitor"/, 'patient'],
  ],
  '100ms': [
    [/"on-record-update".*"Browser".*"started"/, 'started'],
    [/"on-record-update".*"Browser".*"stopped"/, 'stopped'],
    [/"on-peer-update".*"role":"patient"/, 'patient'],
  ],
} as const;
type Provider = keyof typeof toldBy;

/** What one page hears from the vendor, and what it gives the clinic to keep. */
class Witness {
  readonly heard: { readonly says: string; readonly at: number }[] = [];
  readonly lines: AuditRecord[] = [];
  readonly receipts: ConsentReceipt[] = [];

  follow(page: Page, provider: Provider): void {
    page.on('websocket', (socket) => {
      socket.on('framereceived', ({ payload }) => {
        const found = toldBy[provider].find(([pattern]) => pattern.test(payload.toString()));
        if (found !== undefined) this.heard.push({ says: found[1], at: performance.now() });
      });
    });
    page.on('request', (request) => {
      const { pathname } = new URL(request.url());
      if (pathname === '/api/audit') this.lines.push(...(request.postDataJSON() as { lines: AuditRecord[] }).lines);
      if (pathname === '/api/consent') {
        this.receipts.push((request.postDataJSON() as { receipt: ConsentReceipt }).receipt);
      }
    });
  }

  get says(): readonly string[] {
    return this.heard.map(({ says }) => says);
  }
  forget(): void {
    this.heard.length = 0;
  }
  get ownAnswers(): readonly ConsentReceipt[] {
    return this.receipts.filter(({ source }) => source === 'self');
  }
}

const status = (person: Person, words: string | RegExp) => person.visit.getByText(words);
const question = ({ page }: Person) =>
  page.getByRole('alertdialog', { name: 'Do you agree to a recording of this visit?' });
const asksEverybody = async (clinician: Person) => {
  await clinician.control(/^Start recording/).click();
  const dialog = clinician.page.getByRole('alertdialog', { name: 'Ask everybody to agree to a recording?' });
  await dialog.getByRole('button', { name: 'I agree, ask everybody' }).click();
};
const startsWhenReady = async (clinician: Person) => {
  await expect(status(clinician, 'Everybody has agreed. It can start.')).toBeVisible();
  await clinician.control(/^Start recording/).click();
};

for (const { provider, atTheDoor, keptDays } of [
  // Whereby's knock carries no pass, so who it is shows only once they are in. It keeps no recording; the clinic does.
  { provider: 'whereby', atTheDoor: 'Guest', keptDays: 10 },
  { provider: '100ms', atTheDoor: 'Iskandra Plumthwaite', keptDays: 15 },
] as const) {
  test(`${provider} records a visit only with everybody’s consent, and no longer than everybody agrees`, async ({
    arrives,
  }) => {
    const witnesses = { clinician: new Witness(), patient: new Witness() };
    const comes = (role: keyof typeof witnesses) =>
      arrives(role, {
        query: `provider=${provider}&recording=1`,
        before: (page) => {
          witnesses[role].follow(page, provider);
        },
      });
    const clinician = await comes('clinician');
    const patient = await comes('patient');

    await test.step('nobody is let in while it is recorded: it stops first', async () => {
      await clinician.comesIn();
      await clinician.isIn();
      await asksEverybody(clinician);
      await startsWhenReady(clinician);
      await expect(status(clinician, going)).toBeVisible();
      await patient.comesIn();
      await clinician.admits(atTheDoor);
      await patient.isIn();
      await expect.poll(() => witnesses.clinician.says).toEqual(['started', 'stopped', 'patient']);
      // At the door 100ms tells everything to whoever waits; the adapter passes none of it on.
      witnesses.patient.forget();
    });

    await test.step('who comes is asked, and may decline: the vendor is not asked again', async () => {
      await expect(question(patient).getByText(/every screen that is shared/)).toBeVisible();
      await expect(question(patient).getByText(`Some of it may be kept for up to ${keptDays} days.`)).toBeVisible();
      await expect(question(patient).getByText(/not known/)).toHaveCount(0);
      await question(patient).getByRole('button', { name: 'No, I do not agree' }).click();
      await expect(status(clinician, /Iskandra Plumthwaite.* did not agree/)).toBeVisible();
      await clinician.sees('patient');
      expect(witnesses.patient.says).toEqual([]);
    });

    await test.step('with everybody’s consent and another press the vendor records, and both see it', async () => {
      await asksEverybody(clinician);
      await question(patient).getByRole('button', { name: 'I agree' }).click();
      await startsWhenReady(clinician);
      for (const person of [clinician, patient]) await expect(status(person, going)).toBeVisible();
      expect(witnesses.patient.says).toEqual(['started']);
    });

    await test.step('who takes it back is recorded no longer, and is still seen', async () => {
      const pressed = performance.now();
      await patient.button('I no longer agree').click();
      await expect.poll(() => witnesses.patient.says).toEqual(['started', 'stopped']);
      expect((witnesses.patient.heard[1]?.at ?? Infinity) - pressed).toBeLessThan(withdrawalLimit);
      await expect(status(patient, /You no longer agree/)).toBeVisible();
      await clinician.sees('patient');
    });

    await test.step('the clinic has both trails, whole, and every receipt', async () => {
      for (const person of [patient, clinician]) await person.leaves();
      const records = clinician.page.getByRole('region', { name: 'What the clinic keeps' });
      await records.getByRole('button', { name: 'Check what is stored' }).click();
      for (const role of ['clinician', 'patient']) {
        await expect(records.getByText(new RegExp(`Audit by the ${role}: \\d+ lines, whole and closed`))).toBeVisible();
      }
      for (const { lines } of Object.values(witnesses)) {
        expect(verifyAudit(lines)).toMatchObject({ intact: true, problems: [] });
        expect(verifyAudit(lines.toSpliced(5, 1)).intact).toBe(false);
      }
      const audited = witnesses.patient.lines.flatMap(({ event }): readonly unknown[] => {
        if (event.type === 'consent-answered' && event.participant === undefined) return [event.given];
        return event.type === 'capture-changed' && event.on !== 'unknown' ? [event.on] : [];
      });
      expect(audited).toEqual(['declined', 'agreed', true, 'withdrawn', false]);

      const { ownAnswers } = witnesses.patient;
      expect(ownAnswers.map(({ given }) => given)).toEqual(['declined', 'agreed', 'withdrawn']);
      // What the patient answered is proved by the clinician's page, too.
      const arrived = witnesses.clinician.receipts.filter(({ source }) => source === 'sealed-message');
      expect(arrived.map(({ given, text, pseudonym }) => [given, text, pseudonym])).toEqual(
        ownAnswers.map(({ given, text, pseudonym }) => [given, text, pseudonym]),
      );
      expect(JSON.stringify(Object.values(witnesses))).not.toContain('Plumthwaite');
      for (const person of [clinician, patient]) expect(person.complaints).toEqual([]);
    });
  });
}
