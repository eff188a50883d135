import { demonstration, type Policy } from '@quietroom/core';
import { createFakeRoom, readyPatient, until, visitOfFour } from '@quietroom/testing';
import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { usedByAPerson } from './as-a-person.ts';
import { focused, focusKept, press, stepTo, tabBackTo, tabTo } from './keyboard.ts';
import { openVisit } from './open-visit.tsx';

usedByAPerson();

const policy: Policy = { ...demonstration, recording: 'cloud', keepsDays: 30 };
const button = (name: string | RegExp) => screen.findByRole('button', { name });
const heading = (name: string) => screen.findByRole('heading', { name, level: 2 });

/** A patient before anything was pressed; a clinician and an interpreter are in the visit already. */
async function patientAtHome() {
  const room = createFakeRoom();
  const clinician = room.personJoins({ role: 'clinician', name: 'Dr. Orrin Thackwhistle' });
  const interpreter = room.personJoins({ role: 'interpreter', name: 'Nadir Plimsollvane' });
  await Promise.all([clinician.arrived, interpreter.arrived]);
  return { room, visit: room.createVisit({ policy }), clinician, interpreter };
}

it('2.1.1, 2.1.2, 2.4.3, 2.4.7, 2.4.11, 3.2.1: a patient goes through the whole visit by keyboard alone', async () => {
  const { room, visit, clinician, interpreter } = await patientAtHome();
  await openVisit({ room, visit });

  await tabTo(await button('Ask to join'));
  await press('{Enter}');
  await waitFor(async () => {
    expect(await heading('You are in the waiting room')).toHaveFocus();
  });

  room.admitsYou();
  await waitFor(async () => {
    expect(await heading('Visit in progress')).toHaveFocus();
  });
  await until(visit.messages.state, ({ recipients }) => recipients.length === 2);

  // The microphone, on and off, without the focus moving.
  await tabTo(await button('Unmute microphone'));
  await press('{Enter}');
  expect(await button('Mute microphone')).toHaveFocus();
  expect(visit.state.get().self.sending.microphone).toBe(true);
  await press(' ');
  expect(await button('Unmute microphone')).toHaveFocus();
  expect(visit.state.get().self.sending.microphone).toBe(false);

  // A message to one of two people, and their answer.
  await stepTo(await button(/^Chat/));
  await press('{Enter}');
  const chat = await screen.findByRole('complementary', { name: 'Chat' });
  const recipients = await within(chat).findAllByRole('option');
  const first = recipients[0];
  if (!first) throw new Error('nobody to write to');
  await tabTo(first);
  await press('{End}');
  const toInterpreter = within(chat).getByRole('option', { selected: true });
  expect(toInterpreter).toHaveFocus();
  expect(toInterpreter.textContent).toContain('Nadir Plimsollvane');
  await tabTo(within(chat).getByRole('textbox', { name: /^Message/ }));
  await press('Please speak slowly.');
  await tabTo(within(chat).getByRole('button', { name: 'Send' }));
  await press('{Enter}');
  await interpreter.opens('Please speak slowly.');
  expect(clinician.received).toEqual([]);
  expect(await within(chat).findByText('Delivered')).toBeVisible();
  expect(chat).toContainElement(focused());
  await interpreter.says('I will.');
  expect(await within(chat).findByText('I will.')).toBeVisible();
  await tabBackTo(within(chat).getByRole('log'));
  await press('{Escape}');
  await waitFor(async () => {
    expect(await button(/^Chat/)).toHaveFocus();
  });
  expect(screen.queryByRole('complementary', { name: 'Chat' })).toBeNull();

  // The clinician asks for consent to a recording. The question comes by itself and gives the focus back.
  await clinician.asksToAgree();
  const question = await screen.findByRole('alertdialog', { name: 'Do you agree to a recording of this visit?' });
  await waitFor(() => {
    expect(question).toContainElement(focused());
  });
  await tabTo(within(question).getByRole('button', { name: 'I agree' }));
  await press('{Enter}');
  expect(await screen.findByText(/You agreed/)).toBeVisible();
  expect(await focusKept()).toBe(await button(/^Chat/));

  // Both dialogs close with Escape and give the focus back to the control that opened them.
  for (const name of ['Settings', 'Visit safety']) {
    const control = await button(name);
    await stepTo(control);
    await press('{Enter}');
    const dialog = await screen.findByRole('dialog', { name });
    await waitFor(() => {
      expect(dialog).toContainElement(focused());
    });
    await press('{Escape}');
    await waitFor(() => {
      expect(control).toHaveFocus();
    });
    expect(screen.queryByRole('dialog')).toBeNull();
  }

  const leave = await button('Leave visit');
  await stepTo(leave);
  await press('{Enter}');
  const sure = await screen.findByRole('alertdialog');
  await waitFor(() => {
    expect(within(sure).getByRole('button', { name: 'Stay' })).toHaveFocus();
  });
  await press('{Escape}');
  await waitFor(() => {
    expect(leave).toHaveFocus();
  });
  await press('{Enter}');
  await tabTo(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Leave' }));
  await press('{Enter}');
  await waitFor(async () => {
    expect(await heading('You have left the visit')).toHaveFocus();
  });
  expect(visit.state.get().phase).toMatchObject({ name: 'ended', reason: 'left' });
});

it('2.1.1: in Arabic the arrow keys go the way the controls stand', async () => {
  const four = visitOfFour();
  await four.ready;
  await openVisit(four, { locale: 'ar' });
  const [first, second, third] = within(await screen.findByRole('toolbar')).getAllByRole('button');
  if (!first || !second || !third) throw new Error('no controls');
  await tabTo(first);
  await press('{ArrowLeft}');
  expect(second).toHaveFocus();
  await press('{ArrowLeft}');
  expect(third).toHaveFocus();
  await press('{ArrowRight}');
  expect(second).toHaveFocus();
  expect(second.getBoundingClientRect().left).toBeGreaterThan(third.getBoundingClientRect().left);
});

it('2.1.2: Tab leads into the readiness check, through it and out again, and back', async () => {
  await openVisit(readyPatient());
  const before = screen.getByRole('link', { name: 'Before the visit' });
  const after = screen.getByRole('link', { name: 'After the visit' });
  await tabTo(before);
  await tabTo(await button('Ask to join'));
  await tabTo(after);
  await tabBackTo(before);
});

it('2.1.2: Tab leads through a visit with an open panel and out again, and back', async () => {
  const four = visitOfFour();
  await four.ready;
  await openVisit(four);
  const before = screen.getByRole('link', { name: 'Before the visit' });
  const after = screen.getByRole('link', { name: 'After the visit' });
  await tabTo(await within(await screen.findByRole('toolbar')).findByRole('button', { name: 'Unmute microphone' }));
  await stepTo(await button(/^Chat/));
  await press('{Enter}');
  await tabTo(await screen.findByRole('textbox', { name: /^Message/ }));
  await tabTo(after);
  await tabBackTo(before);
});
