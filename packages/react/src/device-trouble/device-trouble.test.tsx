import { readyPatient, visitOfTwo, type FakeSource, type Scenario } from '@quietroom/testing';
import { act, screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { expectAccessible } from '../../test/accessibility.ts';
import { showPart } from '../../test/show-part.tsx';
import { VideoRoom } from '../video-room/video-room.tsx';
import { DeviceTrouble } from './device-trouble.tsx';

const turnOn = (two: Scenario, source: 'camera' | 'microphone') =>
  act(() =>
    two.visit
      .perform(source === 'camera' ? { type: 'setCamera', on: true } : { type: 'setMicrophone', on: true })
      .catch(() => undefined),
  );
const shares = (two: Scenario) =>
  act(() => two.visit.perform({ type: 'shareScreen', on: true }).catch(() => undefined));
const told = (words: string | RegExp) => screen.findByText(words);
const button = (name: string) => screen.getByRole('button', { name });

test('a camera that does not open is told with steps for this browser, to screen readers too, by keyboard alone', async () => {
  const two = visitOfTwo();
  two.room.devices.fails('camera', 'denied');
  const user = await showPart(two, <DeviceTrouble onChooseDevice={vi.fn()} />);
  await turnOn(two, 'camera');

  const title = await told('This page may not use your camera');
  expect(title.closest('[role=status]')).not.toBeNull();
  expect(screen.getByText('Others cannot see you.')).toBeVisible();
  expect(screen.getByText(/^Press the sign beside the address of this page/)).toBeVisible();
  await expectAccessible();

  await user.tab();
  expect(button('Try again')).toHaveFocus();
  await user.keyboard('{Enter}');
  await waitFor(() => {
    expect(two.room.devices.asked).toEqual(['camera', 'camera'] satisfies FakeSource[]);
  });
  // It failed again, in new words that are read again, and the focus stays where it was.
  await waitFor(() => {
    expect(screen.getByText('This page may not use your camera')).not.toBe(title);
  });
  expect(button('Try again')).toHaveFocus();

  two.room.devices.works('camera');
  await user.keyboard('{Enter}');
  await waitFor(() => {
    expect(two.visit.state.get().self.sending.camera).toBe(true);
  });
  expect(screen.queryByText('This page may not use your camera')).toBeNull();
});

test('whoever goes on without hears no more of it, and the visit goes on', async () => {
  const two = visitOfTwo();
  two.room.devices.fails('microphone', 'blocked');
  const user = await showPart(two, <DeviceTrouble onChooseDevice={vi.fn()} />);
  await turnOn(two, 'microphone');
  await told('Your phone or computer keeps the microphone from this browser');
  await user.click(button('Go on without microphone'));
  expect(screen.queryByText(/keeps the microphone/)).toBeNull();
  expect(two.visit.state.get().phase.name).toBe('joined');

  await turnOn(two, 'microphone');
  expect(await told(/keeps the microphone/)).toBeVisible();
});

test('a device that was unplugged can be replaced by another one', async () => {
  const two = visitOfTwo();
  const choose = vi.fn();
  const user = await showPart(two, <DeviceTrouble onChooseDevice={choose} />);
  await turnOn(two, 'microphone');
  act(() => {
    two.room.devices.unplugs('microphone-1');
  });
  expect(await told('Your microphone stopped working')).toBeVisible();
  expect(screen.getByText('Others cannot hear you.')).toBeVisible();
  await user.click(button('Choose another device'));
  expect(choose).toHaveBeenCalledOnce();
});

test('the same trouble with both is told once', async () => {
  const two = visitOfTwo();
  for (const source of ['camera', 'microphone'] as const) two.room.devices.fails(source, 'denied');
  const user = await showPart(two, <DeviceTrouble onChooseDevice={vi.fn()} />);
  await turnOn(two, 'camera');
  await turnOn(two, 'microphone');
  expect(await told('Others can neither see nor hear you.')).toBeVisible();
  expect(screen.getAllByRole('button', { name: 'Try again' })).toHaveLength(1);
  await user.click(button('Go on without them'));
  expect(screen.queryByRole('list')).toBeNull();
});

test('a screen that the system keeps back is told with steps; a list of windows that somebody closed is no failure', async () => {
  let now = 0;
  const clock = { now: () => now, after: () => () => undefined, every: () => () => undefined };
  const two = visitOfTwo({ environment: { clock } });
  two.room.devices.fails('screen', 'blocked');
  const user = await showPart(two, <DeviceTrouble onChooseDevice={vi.fn()} />);
  await shares(two);
  expect(await told('Your phone or computer keeps the screen from this browser')).toBeVisible();
  expect(screen.getByText('Allow this browser to record the screen.')).toBeVisible();
  await expectAccessible();
  await user.click(button('Go on without sharing'));

  two.room.devices.fails('screen', 'denied');
  const closes = two.room.devices.waitsForAnswer('screen');
  const sharing = shares(two);
  await waitFor(() => {
    expect(two.room.devices.asked).toEqual(['screen', 'screen'] satisfies FakeSource[]);
  });
  now += 5_000;
  closes();
  await sharing;
  expect(screen.queryByRole('list')).toBeNull();
  expect(two.visit.media.state.get().screen.status).toBe('off');
});

test('whoever came in although a device did not work is not told again', async () => {
  const scenario = readyPatient();
  scenario.room.devices.fails('camera', 'missing');
  const user = await showPart(scenario, <VideoRoom visit={scenario.visit} />);
  await user.click(button('Turn camera on'));
  await told('No camera was found');
  await user.click(button('Ask to join'));
  await screen.findByRole('heading', { name: 'You are in the waiting room' });
  act(() => {
    scenario.room.admitsYou();
  });
  await screen.findByRole('toolbar', { name: 'Visit controls' });
  expect(screen.queryByText('No camera was found')).toBeNull();
});
