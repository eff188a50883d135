import { visitOfFour, visitOfTwo } from '@quietroom/testing';
import { act, screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { expectAccessible } from '../../test/accessibility.ts';
import { showPart } from '../../test/show-part.tsx';
import { SmallWindow } from './small-window.tsx';

const people = () => within(screen.getByRole('list', { name: 'People in the visit' })).getAllByRole('listitem');

it('shows whoever speaks and the interpreter, by pseudonym and never by name', async () => {
  const four = visitOfFour();
  await showPart(four, <SmallWindow />);
  const { order, participants } = four.visit.state.get();
  const interpreter = order.find((id) => participants[id]?.role === 'interpreter');
  const quiet = order.findLast((id) => id !== interpreter);
  act(() => {
    four.room.reports({ activeSpeaker: quiet ?? null });
  });
  await waitFor(() => {
    expect(people().map((tile) => tile.querySelector('.qr-tile-label')?.textContent)).toEqual([
      participants[quiet!]?.pseudonym,
      participants[interpreter!]?.pseudonym,
    ]);
  });
  for (const { name } of four.room.roster.values()) expect(document.body.innerHTML).not.toContain(name);
  expect(screen.queryByRole('textbox')).toBeNull();
  expect(screen.queryByRole('button', { name: /^Chat/ })).toBeNull();
  await expectAccessible();
});

it('mutes by the way of every control, and asks before leaving', async () => {
  const two = visitOfTwo();
  const user = await showPart(two, <SmallWindow />);
  await user.tab();
  expect(screen.getByRole('button', { name: 'Unmute microphone' })).toHaveFocus();
  await user.keyboard('{Enter}');
  await waitFor(() => {
    expect(two.visit.state.get().self.sending.microphone).toBe(true);
  });
  await user.keyboard('{End}{Enter}');
  const question = screen.getByRole('alertdialog', { name: 'Leave the visit?' });
  expect(within(question).getByRole('button', { name: 'Stay' })).toHaveFocus();
  await expectAccessible();
  await user.keyboard('{Escape}');
  expect(screen.getByRole('button', { name: 'Leave visit' })).toHaveFocus();
  await user.keyboard('{Enter}');
  await user.click(screen.getByRole('button', { name: 'Leave' }));
  await waitFor(() => {
    expect(two.visit.state.get().phase).toMatchObject({ name: 'ended', reason: 'left' });
  });
});

it('turns round for Arabic', async () => {
  await showPart(visitOfTwo(), <SmallWindow />, { locale: 'ar' });
  const bar = await screen.findByRole('toolbar');
  const [first, , last] = within(bar).getAllByRole('button');
  expect(first?.getBoundingClientRect().left).toBeGreaterThan(last?.getBoundingClientRect().right ?? 0);
  await expectAccessible();
});
