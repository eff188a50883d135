import { participantId, type Participant, type ParticipantId, type VisitState } from '@quietroom/core';
import { createFakeClock, visitOfTwo } from '@quietroom/testing';
import { expect, it } from 'vitest';
import { followSpeaker } from './follow-speaker.ts';

const ana = participantId('ana');
const bea = participantId('bea');
const coy = participantId('coy');

const person = (id: ParticipantId): Participant => ({
  id,
  pseudonym: null,
  role: 'guest',
  sub: null,
  verified: false,
  microphone: null,
  camera: null,
  screen: null,
  handRaised: false,
  quality: 'good',
});

function conversation(may: (id: ParticipantId) => boolean = () => true) {
  const clock = createFakeClock();
  const here = visitOfTwo().visit.state.get();
  let state: VisitState = { ...here, participants: { [ana]: person(ana), [bea]: person(bea), [coy]: person(coy) } };
  const listeners = new Set<() => void>();
  const shown: ParticipantId[] = [];
  const stop = followSpeaker(
    {
      get: () => state,
      subscribe: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    may,
    (id) => shown.push(id),
    clock,
  );
  const change = (next: Partial<VisitState>) => {
    state = { ...state, ...next };
    for (const listener of listeners) listener();
  };
  return {
    shown,
    stop,
    speaks: (activeSpeaker: ParticipantId | null, milliseconds = 0) => {
      change({ activeSpeaker });
      clock.advance(milliseconds);
    },
    leaves: (id: ParticipantId) => {
      const { [id]: _gone, ...participants } = state.participants;
      change({ participants });
    },
  };
}

it('shows the first voice at once', () => {
  const { speaks, shown } = conversation();
  speaks(ana);
  expect(shown).toEqual([ana]);
});

it('stays with whoever is shown through a cough, a “yes” and a breath', () => {
  const { speaks, shown } = conversation();
  speaks(ana, 5_000);
  speaks(bea, 400);
  speaks(ana, 5_000);
  speaks(null, 2_000);
  speaks(coy, 600);
  speaks(null, 100);
  speaks(ana, 5_000);
  expect(shown).toEqual([ana]);
});

it('goes over to somebody who is heard for a second', () => {
  const { speaks, shown } = conversation();
  speaks(ana, 5_000);
  speaks(bea, 999);
  expect(shown).toEqual([ana]);
  speaks(bea, 1);
  expect(shown).toEqual([ana, bea]);
});

it('two who speak over each other do not take turns on the stage', () => {
  const { speaks, shown } = conversation();
  speaks(ana, 2_000);
  for (let turn = 0; turn < 20; turn += 1) {
    speaks(bea, 500);
    speaks(ana, 500);
  }
  expect(shown).toEqual([ana]);
});

it('after a pause the next voice is shown at once', () => {
  const { speaks, shown } = conversation();
  speaks(ana, 2_000);
  speaks(null, 3_000);
  speaks(bea);
  expect(shown).toEqual([ana, bea]);
});

it('whoever speaks after the one who was shown has left is shown at once', () => {
  const { speaks, leaves, shown } = conversation();
  speaks(ana, 2_000);
  leaves(ana);
  speaks(bea);
  expect(shown).toEqual([ana, bea]);
});

it('waits while nobody may be shown, and forgets who has gone quiet meanwhile', () => {
  let keyboard = false;
  const { speaks, shown } = conversation(() => !keyboard);
  speaks(ana, 2_000);
  keyboard = true;
  speaks(bea, 4_000);
  speaks(coy, 4_000);
  expect(shown).toEqual([ana]);
  keyboard = false;
  speaks(coy, 1_000);
  expect(shown).toEqual([ana, coy]);
});

it('ends without a timer left to show anybody', () => {
  const { speaks, stop, shown } = conversation();
  speaks(ana, 2_000);
  speaks(bea, 500);
  stop();
  speaks(bea, 5_000);
  expect(shown).toEqual([ana]);
});
