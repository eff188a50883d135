import { participantId } from '../contract/identity.ts';
import { expect, it } from 'vitest';
import { ActiveSpeaker } from './active-speaker.ts';

const patient = participantId('patient');
const clinician = participantId('clinician');

/** Plays rounds of levels and gives the speaker after each. */
const play = (speaker: ActiveSpeaker, rounds: number, levels: Record<string, number>) =>
  Array.from({ length: rounds }, () =>
    speaker.listen(new Map(Object.entries(levels).map(([id, level]) => [participantId(id), level]))),
  );

it('is nobody while it is quiet', () => {
  expect(play(new ActiveSpeaker(), 50, { patient: 0.005, clinician: 0.01 })).not.toContain(patient);
});

it('is whoever speaks, within half a second', () => {
  expect(play(new ActiveSpeaker(), 5, { patient: 0.3, clinician: 0 }).at(-1)).toBe(patient);
});

it('is not somebody who coughed', () => {
  const speaker = new ActiveSpeaker();
  play(speaker, 10, { patient: 0.2, clinician: 0 });
  const during = play(speaker, 2, { patient: 0.2, clinician: 0.9 });
  expect([...during, ...play(speaker, 10, { patient: 0.2, clinician: 0 })]).not.toContain(clinician);
});

it('goes to the other when the first falls silent, and stays through pauses between words', () => {
  const speaker = new ActiveSpeaker();
  play(speaker, 10, { patient: 0.3, clinician: 0 });
  expect(new Set(play(speaker, 20, { patient: 0, clinician: 0 }))).toEqual(new Set([patient]));
  expect(play(speaker, 8, { patient: 0, clinician: 0.3 }).at(-1)).toBe(clinician);
});

it('does not swing between two who speak at once', () => {
  const speaker = new ActiveSpeaker();
  play(speaker, 10, { patient: 0.3, clinician: 0.3 });
  const heard = new Set(
    Array.from(
      { length: 100 },
      (_, round) => play(speaker, 1, { patient: 0.3, clinician: round % 7 < 3 ? 0.35 : 0.25 })[0],
    ),
  );
  expect(heard.size).toBe(1);
});

it('is nobody after three seconds of silence, and nobody who left', () => {
  const speaker = new ActiveSpeaker();
  play(speaker, 10, { patient: 0.3 });
  expect(play(speaker, 45, { patient: 0 }).at(-1)).toBeNull();
  play(speaker, 10, { patient: 0.3 });
  expect(play(speaker, 1, {})).toEqual([null]);
});
