import { readyPatient } from '@quietroom/testing';
import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { Translate } from '../../src/messages-catalogue/catalogue.ts';
import { ar } from '../../src/locales/ar.ts';
import { en } from '../../src/messages-catalogue/en.ts';
import { toolbarWords } from '../../src/toolbar/words.ar.ts';
import { videoRoomWords } from '../../src/video-room/words.ar.ts';
import { visitAtProvider } from '../safety-scenario.ts';
import { usedByAPerson } from './as-a-person.ts';
import { openVisit } from './open-visit.tsx';

usedByAPerson();

/**
 * Texts in Latin letters that are not marked as English, nor as a name that no language has. What the clinic wrote itself
 * stands isolated in its sentence, in a language that nobody has told.
 */
function unmarkedLatin(part: HTMLElement): string[] {
  const texts = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
  const found: string[] = [];
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const own = (text.textContent ?? '').replace(/\u2068[^\u2069]*\u2069/g, '');
    const language = text.parentElement?.closest('[lang]')?.getAttribute('lang');
    if (language !== 'en' && !text.parentElement?.closest('[translate=no], code') && /[a-z]{4,}/i.test(own))
      found.push(own);
  }
  return found;
}

it('3.1.1: says which language it speaks, and which way it runs', async () => {
  await openVisit(readyPatient(), { locale: 'ar' });
  const room = await screen.findByRole('region', { name: videoRoomWords['room.label'] });
  const root = room.closest('[lang]');
  expect(root).toHaveAttribute('lang', 'ar');
  expect(root).toHaveAttribute('dir', 'rtl');
});

it('3.1.2: what Visit safety says in English to people of another language is marked so, and told', async () => {
  const at = visitAtProvider({ role: 'clinician' });
  await at.ready;
  await openVisit(at, { messages: ar });
  const toolbar = await screen.findByRole('toolbar');
  within(toolbar).getByRole('button', { name: toolbarWords['toolbar.safety'] }).click();
  const dialog = await screen.findByRole('dialog');
  expect(within(dialog).getByText(/لم يراجع أحد هذه الترجمة/)).toBeVisible();
  expect(within(dialog).getByText(/النصائح الموجهة إلى المختصين بالإنجليزية/)).toBeVisible();
  expect(unmarkedLatin(dialog)).toEqual([]);
});

it('lets a host replace any words by a translator, or by a catalogue of its own', async () => {
  const translate: Translate = (key) => (key === 'room.label' ? 'Mit der Praxis' : undefined);
  await openVisit(readyPatient(), { translate });
  expect(await screen.findByRole('region', { name: 'Mit der Praxis' })).toBeVisible();
  expect(screen.getByRole('heading', { name: 'Check your camera and microphone' })).toBeVisible();

  await openVisit(readyPatient(), {
    messages: { ...en, locale: 'de', reviewed: false, phrases: { ...en.phrases, 'room.label': 'Videosprechstunde' } },
  });
  expect(await screen.findByRole('region', { name: 'Videosprechstunde' })).toBeVisible();
});
