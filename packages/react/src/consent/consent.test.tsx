import { demonstration, type Policy } from '@quietroom/core';
import { consentAsked, until, visitOfTwo, visitToRecord, type Scenario } from '@quietroom/testing';
import { act, render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { expectAccessible } from '../../test/accessibility.ts';
import { pressControl, reachControl } from '../../test/press-control.ts';
import { VideoRoom, type VideoRoomProps } from '../video-room/video-room.tsx';

const policy: Policy = { ...demonstration, recording: 'cloud', keepsDays: 30 };
const open = async (scenario: Scenario, props: Omit<VideoRoomProps, 'visit' | 'roster'> = {}) => {
  await scenario.ready;
  render(<VideoRoom visit={scenario.visit} roster={scenario.room.roster} {...props} />);
  return userEvent.setup();
};
const button = (name: string) => screen.findByRole('button', { name });

it('a patient who is asked reads what is captured and for how long it is kept, agrees, and takes it back', async () => {
  const visit = consentAsked(policy);
  const user = await open(visit);
  const dialog = await screen.findByRole('alertdialog', { name: 'Do you agree to a recording of this visit?' });
  expect(within(dialog).getByText(/Dr. Orrin Thackwhistle/)).toBeVisible();
  expect(within(dialog).getByText(/every screen that is shared/)).toBeVisible();
  expect(within(dialog).getByText(/up to 30 days/)).toBeVisible();
  await expectAccessible();

  await user.click(within(dialog).getByRole('button', { name: 'I agree' }));
  expect(await screen.findByText(/You agreed. It has not started./)).toBeVisible();
  act(() => {
    visit.room.knows({ recording: true });
  });
  expect(await screen.findByText(/On now. Everybody agreed./)).toBeVisible();
  await expectAccessible();

  await user.click(await button('I no longer agree'));
  expect(await screen.findByText(/You no longer agree./)).toBeVisible();
  act(() => {
    visit.room.knows({ recording: false });
  });
  expect(visit.visit.consent.state.get().recording.own).toBe('withdrawn');
});

it('saying no leaves the visit as it is, and closing the question is no answer', async () => {
  const visit = consentAsked(policy);
  const user = await open(visit);
  await screen.findByRole('alertdialog');
  await user.keyboard('{Escape}');
  expect(visit.visit.consent.state.get().recording.own).toBe('asked');
  await user.click(await button('Read and answer'));
  await user.click(await button('No, I do not agree'));
  expect(await screen.findByText(/You did not agree./)).toBeVisible();
  expect(visit.visit.consent.state.get().recording.own).toBe('declined');
  expect(visit.visit.state.get().phase.name).toBe('joined');
});

it.each([
  ['es', 'Acepto'],
  ['ar', 'أوافق'],
])('in a language nobody has reviewed the English text stands beside it: %s', async (locale, agree) => {
  const visit = consentAsked(policy);
  const user = await open(visit, { locale });
  const dialog = await screen.findByRole('alertdialog');
  const original = within(dialog)
    .getByText(/every screen that is shared/)
    .closest('ul');
  expect(original).toHaveAttribute('lang', 'en');
  expect(original).toHaveAttribute('dir', 'ltr');
  expect(within(dialog).getAllByRole('list')).toHaveLength(2);
  await expectAccessible();

  await user.click(within(dialog).getByRole('button', { name: agree }));
  await waitFor(() => {
    expect(visit.receipts.at(-1)).toMatchObject({ given: 'agreed', language: locale });
  });
  expect(visit.receipts.at(-1)?.shown).toMatch(/^[\w-]{43}$/);
});

it('English shows the very sentences that were hashed', async () => {
  const visit = consentAsked({ ...policy, transcription: true, summaries: true });
  await open(visit);
  const dialog = await screen.findByRole('alertdialog');
  const shown = within(dialog)
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent);
  expect(shown).toEqual(visit.visit.consent.state.get().recording.text?.english);
});

it('a clinician asks, sees who has not answered, and starts when everybody has agreed', async () => {
  const visit = visitToRecord(policy);
  const user = await open(visit);
  await pressControl(user, 'Start recording');
  const dialog = await screen.findByRole('alertdialog', { name: 'Ask everybody to agree to a recording?' });
  await expectAccessible();
  await user.click(within(dialog).getByRole('button', { name: 'I agree, ask everybody' }));
  expect((await screen.findByText(/Waiting for an answer from/)).textContent).toContain('Zylphia');
  const start = await reachControl(user, 'Start recording');
  expect(start).toHaveAttribute('aria-disabled', 'true');
  await user.click(start);
  expect(visit.room.asks.filter(({ type }) => type === 'setRecording')).toEqual([]);

  await visit.people.other.agrees();
  expect(await screen.findByText(/Everybody has agreed. It can start./)).toBeVisible();
  await user.click(start);
  await until(visit.visit.state, ({ room }) => room.recording === true);
  await pressControl(user, 'Stop recording');
  await until(visit.visit.state, ({ room }) => room.recording === false);
});

it('a clinician may ask again after somebody said no, and nothing is recorded until they agree', async () => {
  const visit = visitToRecord(policy);
  const user = await open(visit);
  const asks = async () => {
    await pressControl(user, 'Start recording');
    await user.click(await button('I agree, ask everybody'));
  };
  await asks();
  await screen.findByText(/Waiting for an answer from/);
  await visit.people.other.withdraws();
  expect((await screen.findByText(/did not agree/)).textContent).toContain('Zylphia');

  await asks();
  expect(visit.room.asks.filter(({ type }) => type === 'setRecording')).toEqual([]);
  await visit.people.other.agrees();
  await pressControl(user, 'Start recording');
  await until(visit.visit.state, ({ room }) => room.recording === true);
});

it('has no control and loads nothing where the policy has no recording', async () => {
  await open(visitOfTwo({ role: 'clinician' }));
  await reachControl(userEvent.setup(), 'Step away');
  expect(screen.queryByRole('button', { name: 'Start recording' })).toBeNull();
  expect(screen.queryByRole('button', { name: 'Captions' })).toBeNull();
});
