import { createFakeClock, visitOfTwo } from '@quietroom/testing';
import { act, screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { expectAccessible } from '../../test/accessibility.ts';
import { showPart } from '../../test/show-part.tsx';
import { createSilentAudioContext } from '../../test/silent-audio.ts';
import { SilentMicrophone } from './silent-microphone.tsx';

const notice = /^Your microphone is on, but nothing comes from it/;

const speaking = async (createAudioContext: () => AudioContext) => {
  const clock = createFakeClock();
  const two = visitOfTwo({ environment: { clock, createAudioContext } });
  const choose = vi.fn();
  const user = await showPart(two, <SilentMicrophone onChooseDevice={choose} />);
  await act(() => two.visit.perform({ type: 'setMicrophone', on: true }));
  const passes = (seconds: number) => {
    act(() => {
      clock.advance(seconds * 1000);
    });
  };
  return { two, user, choose, passes };
};

it('microphone-silent: one that carries nothing for half a minute of the visit is told', async () => {
  const { two, user, choose, passes } = await speaking(createSilentAudioContext);
  passes(29);
  expect(screen.queryByText(notice)).toBeNull();
  passes(2);
  const told = screen.getByText(notice);
  expect(told.closest('[role=status]')).not.toBeNull();
  await expectAccessible();
  await user.click(screen.getByRole('button', { name: 'Choose another device' }));
  expect(choose).toHaveBeenCalledOnce();
  await user.click(screen.getByRole('button', { name: 'Dismiss' }));
  passes(60);
  expect(screen.queryByText(notice)).toBeNull();

  await act(() => two.visit.perform({ type: 'setMicrophone', on: false }));
  await act(() => two.visit.perform({ type: 'setMicrophone', on: true }));
  passes(31);
  expect(screen.getByText(notice)).toBeVisible();
  await act(() => two.visit.perform({ type: 'setMicrophone', on: false }));
  expect(screen.queryByText(notice)).toBeNull();
});

it('somebody who has been heard may be silent for as long as they like', async () => {
  const contexts: AudioContext[] = [];
  const { two, passes } = await speaking(() => {
    const context = new AudioContext();
    contexts.push(context);
    return context;
  });
  await vi.waitFor(() => {
    const heard: number[] = [];
    const stop = two.visit.media.onLevel((level) => heard.push(level));
    passes(0.2);
    stop();
    expect(Math.max(...heard)).toBeGreaterThan(0);
  });
  await Promise.all(contexts.filter(({ state }) => state === 'running').map((context) => context.suspend()));
  passes(120);
  expect(screen.queryByText(notice)).toBeNull();
});
