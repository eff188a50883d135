import { visitOfTwo } from '@quietroom/testing';
import { act, screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { expectAccessible } from '../../test/accessibility.ts';
import { showPart } from '../../test/show-part.tsx';
import { Notices } from './notices.tsx';

it('lets the person decide when they are asked to unmute', async () => {
  const two = visitOfTwo();
  const user = await showPart(two, <Notices />);
  act(() => {
    two.people.other.asksYouToUnmute();
  });
  const asked = await screen.findByText(/asks you to unmute your microphone/);
  expect(asked.textContent).toBe('Dr. Orrin Thackwhistle asks you to unmute your microphone.');
  expect(two.visit.state.get().self.sending.microphone).toBe(false);
  await expectAccessible();

  await user.click(screen.getByRole('button', { name: 'Stay muted' }));
  expect(screen.queryByText(/asks you/)).toBeNull();
  expect(two.visit.state.get().self.sending.microphone).toBe(false);

  act(() => {
    two.people.other.asksYouToUnmute();
  });
  await user.click(await screen.findByRole('button', { name: 'Unmute microphone' }));
  await waitFor(() => {
    expect(two.visit.state.get().self.sending.microphone).toBe(true);
  });
  expect(screen.queryByText(/asks you/)).toBeNull();
});

it('microphone-interrupted: says that a phone call interrupted the microphone, which stays off until the person unmutes', async () => {
  const two = visitOfTwo();
  const user = await showPart(two, <Notices />);
  await act(() => two.visit.perform({ type: 'setMicrophone', on: true }));
  let hangsUp: () => void = () => undefined;
  act(() => {
    hangsUp = two.room.devices.interrupts('microphone');
  });
  expect(await screen.findByText(/interrupted, for example by a phone call. Others cannot hear you/)).toBeVisible();
  expect(two.visit.state.get().self.sending.microphone).toBe(false);
  await expectAccessible();

  act(hangsUp);
  expect(two.visit.state.get().self.sending.microphone).toBe(false);

  await user.click(screen.getByRole('button', { name: 'Unmute microphone' }));
  await waitFor(() => {
    expect(two.visit.state.get().self.sending.microphone).toBe(true);
  });
  expect(screen.queryByText(/interrupted/)).toBeNull();
});

it('camera-interrupted: says while the system holds the camera back that others cannot see, and no longer', async () => {
  const two = visitOfTwo();
  await showPart(two, <Notices />);
  await act(() => two.visit.perform({ type: 'setCamera', on: true }));
  let opens: () => void = () => undefined;
  act(() => {
    opens = two.room.devices.interrupts('camera');
  });
  expect(await screen.findByText(/held back, for example by a phone call. Others cannot see you/)).toBeVisible();
  expect(two.visit.state.get().self.sending.camera).toBe(false);
  act(opens);
  expect(two.visit.state.get().self.sending.camera).toBe(true);
  expect(screen.queryByText(/held back/)).toBeNull();
});
