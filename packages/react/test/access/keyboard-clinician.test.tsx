import { createFakeRoom, until } from '@quietroom/testing';
import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { usedByAPerson } from './as-a-person.ts';
import { focusKept, press, stepTo, tabTo } from './keyboard.ts';
import { openVisit } from './open-visit.tsx';

usedByAPerson();

const button = (name: string | RegExp) => screen.findByRole('button', { name });
const control = (name: string) => within(screen.getByRole('toolbar')).findByRole('button', { name });

it('2.1.1, 2.1.2, 2.4.3, 2.4.7, 2.4.11: a clinician leads the whole visit by keyboard alone', async () => {
  const room = createFakeRoom({ role: 'clinician' });
  const visit = room.createVisit();
  const patient = room.personKnocks({ role: 'patient', name: 'Zylphia Quonsett' });
  const family = room.personKnocks({ role: 'family', name: 'Bexley Umbertone' });
  await Promise.all([patient.arrived, family.arrived]);
  await openVisit({ room, visit });

  await tabTo(await button('Join visit'));
  await press('{Enter}');
  await waitFor(() => {
    expect(screen.getByRole('heading', { name: 'Visit in progress' })).toHaveFocus();
  });
  await until(visit.state, ({ knocks }) => [patient, family].every(({ id }) => knocks[id]?.verified === true));

  // One is asked to wait: the button that was pressed goes, the focus stays with the person.
  await tabTo(await button(/^Keep waiting.*Umbertone/));
  await press('{Enter}');
  expect(await screen.findByText('Was asked to wait')).toBeVisible();
  const waitingList = screen.getByRole('region', { name: 'Waiting to join' });
  expect(waitingList).toContainElement(await focusKept());

  // The other is let in, with both confirmations.
  await tabTo(await button(/^Admit.*Quonsett/));
  await press('{Enter}');
  const check = await screen.findByRole('alertdialog', { name: 'Admit this person?' });
  for (const box of within(check).getAllByRole('checkbox')) {
    await tabTo(box);
    await press(' ');
    expect(box).toBeChecked();
  }
  await tabTo(within(check).getByRole('button', { name: 'Admit' }));
  await press('{Enter}');
  await until(visit.state, ({ participants }) => participants[patient.id]?.verified === true);
  await waitFor(() => {
    expect(screen.queryByRole('alertdialog')).toBeNull();
  });
  expect(waitingList).toContainElement(await focusKept());

  // The last one in the list is declined, and the list goes with them.
  await tabTo(await button(/^Decline.*Umbertone/));
  await press('{Enter}');
  await until(visit.state, ({ knockOrder }) => knockOrder.length === 0);
  await waitFor(() => {
    expect(waitingList).not.toBeInTheDocument();
  });
  await focusKept();

  await tabTo(await control('Unmute microphone'));
  const people = await control('People');
  await stepTo(people);
  await press('{Enter}');
  const list = await screen.findByRole('list', { name: 'Participants' });
  await tabTo(await within(list).findByRole('button', { name: /^Mute participant.*Quonsett/ }));
  await press('{Enter}');
  const ask = await within(list).findByRole('button', { name: /^Ask to unmute.*Quonsett/ });
  expect(patient.unmuted).toBe(false);
  expect(await focusKept()).toBe(ask);
  await press('{Enter}');
  expect(await within(list).findByText('Asked to unmute')).toBeVisible();

  await tabTo(await button('Lock visit'));
  await press('{Enter}');
  expect(await button('Unlock visit')).toHaveFocus();

  await press('{Escape}');
  await waitFor(() => {
    expect(people).toHaveFocus();
  });
  await press('{Enter}');
  await tabTo(await button(/^Remove from visit.*Quonsett/));
  await press('{Enter}');
  const sure = await screen.findByRole('alertdialog', { name: 'Remove this person from the visit?' });
  await press('{Escape}');
  expect(await focusKept()).toHaveAccessibleName(/^Remove from visit/);
  await press('{Enter}');
  await tabTo(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Remove' }));
  await press('{Enter}');
  await until(visit.state, ({ order }) => order.length === 0);
  await waitFor(() => {
    expect(sure).not.toBeInTheDocument();
    expect(screen.queryByRole('alertdialog')).toBeNull();
  });
  expect(screen.getByRole('region', { name: 'People' })).toContainElement(await focusKept());
  await press('{Escape}');
  await waitFor(() => {
    expect(people).toHaveFocus();
  });

  await stepTo(await control('Share screen'));
  await press('{Enter}');
  expect(await control('Stop sharing')).toHaveFocus();
  await press('{Enter}');
  expect(await control('Share screen')).toHaveFocus();

  await stepTo(await control('End visit for everyone'));
  await press('{Enter}');
  const end = await screen.findByRole('alertdialog');
  await tabTo(within(end).getAllByRole('button').at(-1) ?? end);
  await press('{Enter}');
  await waitFor(() => {
    expect(screen.getByRole('heading', { level: 2 })).toHaveFocus();
  });
  expect(visit.state.get().phase).toMatchObject({ name: 'ended', reason: 'ended-for-everyone' });
});
