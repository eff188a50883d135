import type { Locator, Page } from '@playwright/test';
import axe from 'axe-core';
import type { Person } from './support/person.ts';
import { expect, test } from './support/test.ts';

/** Axe finds nothing on this screen, in light and in dark. */
const isAccessible = async (page: Page, screen: string): Promise<void> => {
  // As an expression of the debugger’s, which the page’s content security policy lets through.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    const { passes, found } = await page.evaluate(async () => {
      // Half-way between two colours nothing has the contrast it was given.
      const isChanging = ({ effect, playState }: Animation) =>
        playState === 'running' && effect?.getComputedTiming().endTime !== Infinity;
      while (document.getAnimations().some(isChanging)) await new Promise(requestAnimationFrame);
      const results = await (globalThis as typeof globalThis & { axe: typeof axe }).axe.run();
      return {
        passes: results.passes.length,
        found: results.violations.flatMap(({ id, nodes }) =>
          nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary ?? ''}`),
        ),
      };
    });
    expect(passes).toBeGreaterThan(10);
    expect(found, `${screen}, ${colorScheme}`).toEqual([]);
  }
};

const fitsItsWidth = async (page: Page, screen: string): Promise<void> => {
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, `${screen} scrolls sideways by`).toBe(0);
};

/** Gets to a control as somebody without a mouse does: Tab from one to the next, arrows within a toolbar or list. */
const reaches = async (page: Page, target: Locator): Promise<void> => {
  await expect(target).toBeVisible();
  for (let presses = 0; presses < 80; presses += 1) {
    const where = await target.evaluate((element) => {
      const active = document.activeElement;
      if (active === element) return 'there';
      const group = element.closest('[role=toolbar], [role=listbox]');
      return group?.contains(active) === true ? 'in its group' : 'elsewhere';
    });
    if (where === 'there') return;
    await page.keyboard.press(where === 'in its group' ? 'ArrowRight' : 'Tab');
  }
  throw new Error(`The keyboard does not get to ${target.toString()}.`);
};

/** Somebody who has a keyboard and no mouse. */
class KeyboardUser {
  readonly person: Person;
  constructor(person: Person) {
    this.person = person;
  }
  async presses(target: Locator, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
    await reaches(this.person.page, target);
    await this.person.page.keyboard.press(key);
  }
  async types(target: Locator, text: string): Promise<void> {
    await reaches(this.person.page, target);
    await this.person.page.keyboard.type(text);
  }
  async comesIn(button: RegExp): Promise<void> {
    const { person } = this;
    await this.presses(person.button('Turn on camera and microphone'));
    await expect(person.button(/^Turn camera off/)).toBeVisible();
    await expect(person.button(/^Mute microphone/)).toBeVisible();
    await this.presses(person.button(button));
  }
}

test('the whole visit works with a keyboard alone', async ({ arrives }) => {
  const clinician = await arrives('clinician');
  const patient = await arrives('patient');
  const doctor = new KeyboardUser(clinician);
  const visitor = new KeyboardUser(patient);

  await test.step('coming in', async () => {
    await doctor.comesIn(/^Join visit/);
    await clinician.isIn();
    await visitor.comesIn(/^Ask to join/);
    await expect(patient.page.getByRole('heading', { name: 'You are in the waiting room' })).toBeFocused();
  });

  await test.step('letting in', async () => {
    await doctor.presses(clinician.button(/^Keep waiting/));
    await expect(patient.page.getByRole('heading', { name: 'Please wait a little longer' })).toBeVisible();
    await doctor.presses(clinician.button(/^Admit/));
    const dialog = clinician.page.getByRole('alertdialog', { name: 'Admit this person?' });
    for (const name of ['I have checked the name', 'This is the person I expect']) {
      await doctor.presses(dialog.getByRole('checkbox', { name }), 'Space');
    }
    await doctor.presses(dialog.getByRole('button', { name: /^Admit/ }));
    await expect(dialog).toBeHidden();
    await patient.isIn();
    await patient.sees('clinician');
  });

  await test.step('the controls', async () => {
    for (const [off, on] of [
      [/^Mute microphone/, /^Unmute microphone/],
      [/^Turn camera off/, /^Turn camera on/],
      [/^Raise hand/, /^Lower hand/],
    ] as const) {
      await visitor.presses(patient.control(off));
      await expect(patient.control(on)).toBeFocused();
      await patient.page.keyboard.press('Enter');
      await expect(patient.control(off)).toBeFocused();
    }
    await doctor.presses(clinician.control(/^Share screen/));
    await expect(clinician.control(/^Stop sharing/)).toBeVisible();
    await doctor.presses(clinician.control(/^Stop sharing/));
    await expect(clinician.control(/^Share screen/)).toBeVisible();
  });

  await test.step('writing and reading', async () => {
    await doctor.presses(clinician.control(/^Chat/));
    await doctor.presses(clinician.chat.getByRole('option', { name: /Plumthwaite/ }), 'Space');
    await doctor.types(clinician.chat.getByRole('textbox', { name: 'Message' }), 'Good morning.');
    await clinician.page.keyboard.press('Enter');
    await visitor.presses(patient.control(/^Chat/));
    await expect(patient.chat.getByText('Good morning.')).toBeVisible();
    await expect(clinician.chat.getByText('Delivered')).toBeVisible();
    await clinician.page.keyboard.press('Escape');
    await expect(clinician.control(/^Chat/)).toBeFocused();
  });

  await test.step('settings and people', async () => {
    await visitor.presses(patient.control(/^Settings/));
    await expect(patient.page.getByRole('dialog', { name: /settings/i })).toBeVisible();
    await patient.page.keyboard.press('Escape');
    await expect(patient.control(/^Settings/)).toBeFocused();
    await visitor.presses(patient.control(/^People/));
    await expect(patient.participants).toBeVisible();
  });

  await test.step('leaving', async () => {
    await visitor.presses(patient.control(/^Leave visit/));
    const dialog = patient.page.getByRole('alertdialog');
    await expect(dialog).toBeVisible();
    await visitor.presses(dialog.getByRole('button', { name: /^Leave/ }));
    await expect(patient.page.getByRole('heading', { name: 'You have left the visit' })).toBeFocused();
    await expect(clinician.page.getByRole('list', { name: 'People in the visit' })).toHaveCount(0);
  });
});

test('axe finds nothing on any screen, light or dark, at 320 pixels and on a desk', async ({ arrives, origin }) => {
  const clinician = await arrives('clinician', { context: { viewport: { width: 1440, height: 900 } } });
  const patient = await arrives('patient', { context: { viewport: { width: 320, height: 640 } } });
  const checks = async (screen: string, ...people: readonly Person[]) => {
    for (const { page, role } of people) {
      await isAccessible(page, `${screen} of the ${role}`);
      await fitsItsWidth(page, `${screen} of the ${role}`);
    }
  };

  await test.step('landing', async () => {
    const { page } = patient;
    const own = page.url();
    await page.goto(origin);
    await page.getByText('Show it as a code for a phone').click();
    await page.getByText('Other people in the visit').click();
    await expect(page.getByRole('img', { name: /QR code/ })).toBeVisible();
    await checks('The landing page', patient);
    await page.goto(own);
  });

  await test.step('readiness', async () => {
    await expect(patient.button(/^Ask to join/)).toBeVisible();
    await checks('The readiness check before permission', patient);
    await clinician.button('Turn on camera and microphone').click();
    await expect(clinician.button(/^Turn camera off/)).toBeVisible();
    await expect(clinician.button(/^Mute microphone/)).toBeVisible();
    await checks('The readiness check', clinician);
    await clinician.button(/^Join visit/).click();
    await clinician.isIn();
    await patient.comesIn();
  });

  await test.step('waiting', async () => {
    await expect(patient.page.getByRole('heading', { name: 'You are in the waiting room' })).toBeVisible();
    await expect(clinician.button(/^Admit/)).toBeVisible();
    await checks('The waiting room', patient);
    await clinician.button(/^Admit/).click();
    await expect(clinician.page.getByRole('alertdialog')).toBeVisible();
    await checks('The admit dialog', clinician);
    await clinician.page.keyboard.press('Escape');
    await clinician.admits('Iskandra Plumthwaite');
  });

  await test.step('visit', async () => {
    await patient.sees('clinician');
    await clinician.sees('patient');
    await checks('The visit', clinician, patient);
    await clinician.writes('Iskandra Plumthwaite', 'Good morning. Read https://clinic.example/after-care tonight.');
    await patient.opens('Chat');
    await expect(patient.chat.getByText(/Good morning/)).toBeVisible();
    await expect(clinician.chat.getByText('Delivered')).toBeVisible();
    await checks('The chat', clinician, patient);
    await clinician.opens('People');
    await patient.opens('People');
    await expect(patient.participants).toBeVisible();
    await expect(clinician.participants).toBeVisible();
    await checks('People', clinician, patient);
    const settings = await patient.reaches(/^Settings/);
    await checks('What is behind “More”', patient);
    await settings.click();
    await expect(patient.page.getByRole('dialog')).toBeVisible();
    await checks('Settings', patient);
    await patient.page.keyboard.press('Escape');
    await clinician.page.setViewportSize({ width: 320, height: 640 });
    await checks('The clinician’s desk, narrow,', clinician);
  });

  await test.step('end', async () => {
    await patient.control(/^Leave visit/).click();
    await expect(patient.page.getByRole('alertdialog')).toBeVisible();
    await checks('The leave dialog', patient);
    await patient.page
      .getByRole('alertdialog')
      .getByRole('button', { name: /^Leave/ })
      .click();
    await expect(patient.page.getByRole('heading', { name: 'You have left the visit' })).toBeVisible();
    await checks('The end', patient);
  });
});
