import { syntheticPeople, until, visitOfTwo, type FakeRoomOptions } from '@quietroom/testing';
import { act, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { expectAccessible } from '../../test/accessibility.ts';
import { VideoRoom } from '../video-room/video-room.tsx';

/** A visit in which sound and picture were on when a second patient came in. */
const withSecondPatient = async (options: FakeRoomOptions) => {
  const { room, visit, ready } = visitOfTwo(options);
  await ready;
  await visit.perform({ type: 'setMicrophone', on: true });
  await visit.perform({ type: 'setCamera', on: true });
  render(<VideoRoom visit={visit} roster={room.roster} />);
  const second = room.personJoins({ ...syntheticPeople.patient, name: 'Wilhelmina Oddfellow' });
  await act(() => until(visit.state, ({ unexpected }) => unexpected.length === 1));
  const question = await screen.findByRole('group', { name: /Wilhelmina Oddfellow.*nobody has confirmed/ });
  await act(() => until(visit.state, ({ self }) => !self.sending.microphone && !self.sending.camera));
  return { room, visit, second, question, user: userEvent.setup() };
};

it('sound and picture wait, the controls say why, and nothing can turn them on', async () => {
  const { visit } = await withSecondPatient({ role: 'clinician' });
  const microphone = screen.getByRole('button', { name: 'Unmute microphone' });
  expect(microphone).toHaveAttribute('aria-disabled', 'true');
  expect(microphone).toHaveAccessibleDescription(/wait for your answer/);
  await expect(visit.perform({ type: 'setMicrophone', on: true })).rejects.toMatchObject({ ruleId: 'Q-PAUSED' });
  await expectAccessible();
});

it('whoever says that they are expected goes on as before', async () => {
  const { visit, question, user } = await withSecondPatient({ role: 'clinician' });
  await user.click(within(question).getByRole('button', { name: /I expect them/ }));
  await act(() => until(visit.state, ({ self }) => self.sending.microphone && self.sending.camera));
  expect(screen.queryByRole('button', { name: 'Go on' })).toBeNull();
  expect(screen.queryByRole('group', { name: /nobody has confirmed/ })).toBeNull();
});

it('a clinician can remove them; sound and picture then stay off until somebody turns them on', async () => {
  const { visit, second, question, user } = await withSecondPatient({ role: 'clinician' });
  await user.click(within(question).getByRole('button', { name: 'Remove from visit' }));
  await act(() => until(visit.state, ({ unexpected }) => unexpected.length === 0));
  expect(second.place).toBe('removed');
  expect(visit.state.get().self.sending).toMatchObject({ microphone: false, camera: false });
  expect(await screen.findByText(/sound and picture are still off/, { selector: '.qr-notice *' })).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Go on' }));
  await act(() => until(visit.state, ({ self }) => self.sending.microphone && self.sending.camera));
  expect(screen.queryByRole('button', { name: 'Go on' })).toBeNull();
});

it('a patient is told to ask the clinician, and can remove nobody', async () => {
  const { question } = await withSecondPatient({});
  expect(within(question).queryByRole('button', { name: /^Remove/ })).toBeNull();
  expect(within(question).getByText(/ask the clinician to remove them/)).toBeVisible();
});
