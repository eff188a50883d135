import { visitOfFour } from '@quietroom/testing';
import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { usedByAPerson } from './as-a-person.ts';
import { press, tabTo } from './keyboard.ts';
import { openVisit } from './open-visit.tsx';

usedByAPerson();

const letters = 'a b c d e f g h i j k l m n o p q r s t u v w x y z 0 1 2 3 4 5 6 7 8 9 / ? . , ; [ ] - ='.split(' ');
const functionKeys = Array.from({ length: 12 }, (_, index) => `F${index + 1}`);
const modifiers = [
  {},
  { altKey: true },
  { ctrlKey: true },
  { metaKey: true },
  { shiftKey: true },
  { ctrlKey: true, shiftKey: true },
  { ctrlKey: true, altKey: true },
] as const;

it('2.1.4: no key that types, nor one with Alt, Control, Meta or Shift, does anything or is kept from the browser', async () => {
  const { room, visit, ready } = visitOfFour();
  await ready;
  await openVisit({ room, visit });
  const toolbar = await screen.findByRole('toolbar');
  within(toolbar).getByRole('button', { name: /^Chat/ }).click();
  const [option] = await screen.findAllByRole('option');
  const [control] = within(toolbar).getAllByRole('button');
  const places = [document.body, screen.getByRole('heading', { level: 2 }), control, option];
  const before = visit.state.get();
  const asked = room.asks.length;
  const markup = document.body.innerHTML.length;

  for (const place of places) {
    if (!place) throw new Error('nowhere to press');
    for (const key of [...letters, ...functionKeys])
      for (const held of modifiers) {
        const goesOn = place.dispatchEvent(
          new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...held }),
        );
        expect(goesOn, `${JSON.stringify(held)} ${key} on ${place.className}`).toBe(true);
      }
  }
  expect(visit.state.get()).toBe(before);
  expect(room.asks).toHaveLength(asked);
  expect(document.body.innerHTML).toHaveLength(markup);
});

it('2.1.4: typing letters with real keys on a control presses nothing and stays there', async () => {
  const { room, visit, ready } = visitOfFour();
  await ready;
  await openVisit({ room, visit });
  const control = await within(await screen.findByRole('toolbar')).findByRole('button', { name: 'Unmute microphone' });
  await tabTo(control);
  const asked = room.asks.length;
  await press('abcdefghijklmnopqrstuvwxyz');
  expect(control).toHaveFocus();
  expect(room.asks).toHaveLength(asked);
});
