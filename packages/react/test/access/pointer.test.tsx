import { createFakeRoom, until, visitOfFour } from '@quietroom/testing';
import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { usedByAPerson } from './as-a-person.ts';
import { press, stepTo, tabTo } from './keyboard.ts';
import { openVisit } from './open-visit.tsx';

usedByAPerson();

const control = (name: string | RegExp) => within(screen.getByRole('toolbar')).findByRole('button', { name });

it('2.5.2: pressing a control down does nothing before it is let go', async () => {
  const { room, visit, ready } = visitOfFour();
  await ready;
  await openVisit({ room, visit });
  await control('Unmute microphone');
  const before = visit.state.get();
  const asked = room.asks.length;
  for (const button of screen.getAllByRole('button'))
    for (const type of ['pointerdown', 'mousedown'])
      button.dispatchEvent(new PointerEvent(type, { bubbles: true, cancelable: true, button: 0 }));
  expect(visit.state.get()).toBe(before);
  expect(room.asks).toHaveLength(asked);
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(screen.queryByRole('complementary')).toBeNull();
});

it('1.4.13: the reason of a locked control stays under the pointer, and Escape puts it away', async () => {
  const room = createFakeRoom({ waits: false });
  const visit = room.createVisit({ withoutPass: true });
  await visit.join();
  await until(visit.state, ({ phase }) => phase.name === 'joined');
  await openVisit({ room, visit });
  const chat = await control(/^Chat/);
  const reason = within(screen.getByRole('toolbar')).getByText(/^Not available: Messages need/);
  expect(reason).not.toBeVisible();

  await tabTo(await control('Unmute microphone'));
  await stepTo(chat);
  expect(reason).toBeVisible();
  await press('{Escape}');
  expect(reason).not.toBeVisible();
  expect(chat).toHaveFocus();

  await userEvent.hover(chat);
  await waitFor(() => {
    expect(reason).toBeVisible();
  });
  await userEvent.hover(reason);
  expect(reason).toBeVisible();
  await press('{Escape}');
  expect(reason).not.toBeVisible();
});
