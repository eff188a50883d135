import { Refusal, RoomError } from '@quietroom/core';
import { visitOfTwo, waitingPatient } from '@quietroom/testing';
import { act, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { showPart } from '../../test/show-part.tsx';
import { useAction } from './use-action.ts';

function Hand() {
  const { decision, pending, error, perform, dismiss } = useAction('raiseHand');
  const say = (raised: boolean) => () => {
    void perform({ raised });
  };
  return (
    <>
      <button onClick={say(true)}>raise</button>
      <button onClick={dismiss}>dismiss</button>
      <output>
        {decision.allowed ? 'allowed' : decision.ruleId} {pending ? 'pending' : 'idle'}{' '}
        {error instanceof RoomError ? error.code : error instanceof Refusal ? `refused ${error.ruleId}` : 'fine'}
      </output>
    </>
  );
}
const state = () => screen.getByRole('status').textContent;

it('is pending while it is carried out', async () => {
  const two = visitOfTwo();
  const letThrough = two.room.holdsAction('raiseHand');
  const user = await showPart(two, <Hand />);
  await user.click(screen.getByText('raise'));
  expect(state()).toBe('allowed pending fine');
  act(letThrough);
  await expect.poll(state).toBe('allowed idle fine');
  expect(two.visit.state.get().self.handRaised).toBe(true);
});

it('keeps why it failed until told to forget it, and never rejects', async () => {
  const two = visitOfTwo();
  two.room.refusesAction('raiseHand', 'action-failed');
  const user = await showPart(two, <Hand />);
  await user.click(screen.getByText('raise'));
  await expect.poll(state).toBe('allowed idle action-failed');
  await user.click(screen.getByText('dismiss'));
  expect(state()).toBe('allowed idle fine');
});

it('is refused before anything is asked of the room', async () => {
  const waiting = waitingPatient();
  const user = await showPart(waiting, <Hand />);
  expect(state()).toBe('Q-ADMITTED idle fine');
  await user.click(screen.getByText('raise'));
  await expect.poll(state).toBe('Q-ADMITTED idle refused Q-ADMITTED');
  expect(waiting.room.asks.map(({ type }) => type)).toEqual(['knock']);
});
