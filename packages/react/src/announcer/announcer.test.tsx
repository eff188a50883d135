import { visitOfFour, visitOfTwo, waitingPatient, createFakeRoom, scenario } from '@quietroom/testing';
import { act, screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { showPart } from '../../test/show-part.tsx';
import { Announcer } from './announcer.tsx';

const said = (urgency: 'polite' | 'assertive') =>
  [...document.querySelectorAll(`[aria-live=${urgency}] p`)].map(({ textContent }) => textContent);

it('tells a patient when the clinician lets them wait, and when they are in', async () => {
  const waiting = waitingPatient();
  await showPart(waiting, <Announcer />);
  act(() => {
    waiting.room.keepsYouWaiting();
  });
  expect(await screen.findByText('The clinician has seen your request and will be with you soon.')).toBeInTheDocument();
  act(() => {
    waiting.room.admitsYou();
  });
  expect(await screen.findByText('You are in the visit.')).toBeInTheDocument();
  expect(said('assertive')).toEqual([]);
});

it('names people from the roster, also those who have just left', async () => {
  const four = visitOfFour();
  await showPart(four, <Announcer />);
  act(() => {
    four.people.interpreter.raisesHand();
  });
  expect(await screen.findByText('Nadir Plimsollvane raised a hand.')).toBeInTheDocument();
  act(() => {
    four.people.family.leaves();
  });
  expect(await screen.findByText('Bexley Umbertone left.')).toBeInTheDocument();
});

it('interrupts when somebody silenced this page, and when the connection broke', async () => {
  const two = visitOfTwo();
  await showPart(two, <Announcer />);
  await act(() => two.visit.perform({ type: 'setMicrophone', on: true }));
  act(() => {
    two.people.other.mutesYou();
  });
  await waitFor(() => {
    expect(said('assertive')).toContain('Dr. Orrin Thackwhistle muted your microphone.');
  });
  act(() => {
    two.room.interruptsLink();
  });
  await waitFor(() => {
    expect(said('assertive')).toContain('The connection was interrupted. Trying to restore it.');
  });
});

it('says how many came when many come at once', async () => {
  const many = scenario({ role: 'clinician' }, (_room, visit) => ({ people: {}, reached: visit.join() }));
  await showPart(many, <Announcer />);
  const people = Array.from({ length: 4 }, () => many.room.personJoins({ role: 'family', name: 'Zed Umbertone' }));
  await act(async () => {
    await Promise.all(people.map(({ arrived }) => arrived));
  });
  await waitFor(() => {
    expect(said('polite').join(' ')).toMatch(/\d people joined\./);
  });
  expect(said('polite').filter((text) => text?.endsWith(' joined.')).length).toBeLessThan(4);
});

it('is masked from replay and error reporters, because it may speak names', async () => {
  const room = createFakeRoom();
  const visit = room.createVisit();
  await showPart({ room, visit, ready: Promise.resolve() }, <Announcer />);
  const live = document.querySelector('[aria-live=polite]');
  expect(live?.closest('[data-sentry-mask].ph-no-capture.rr-block')).not.toBeNull();
});
