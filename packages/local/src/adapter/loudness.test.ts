import { ActiveSpeaker, participantId } from '@quietroom/core';
import { expect, it } from 'vitest';
import { listenEvery, Loudness } from './loudness.ts';

const patient = participantId('patient');
const round = 100;

/** What Chromium says of its fake microphone: two loud packets of 20 ms and their echo, twice a second. */
const beep = (milliseconds: number): number =>
  [0.224, 0.398, 0.079, 0.025, 0.016, 0.01][Math.floor((milliseconds % 500) / 20)] ?? 0;

it('finds who speaks in short sounds that keep time with the rounds, wherever in a round they fall', () => {
  for (let begin = 0; begin < round; begin += 1) {
    const loudness = new Loudness();
    const speaker = new ActiveSpeaker();
    let told = 0;
    let found = null;
    for (let time = 0; time < 2_000; time += listenEvery) {
      loudness.hear(beep(begin + time));
      if (time - told < round) continue;
      told += round;
      found = speaker.listen(new Map([[patient, loudness.take()]]));
    }
    expect(found, `begun at ${begin} ms`).toBe(patient);
  }
});

it('forgets what it told', () => {
  const loudness = new Loudness();
  loudness.hear(0.4);
  loudness.hear(0.1);
  expect(loudness.take()).toBe(0.4);
  expect(loudness.take()).toBe(0);
});
