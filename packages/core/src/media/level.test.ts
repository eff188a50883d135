import { expect, test } from 'vitest';
import { levelOfAmplitude, voiceLevel } from './level.ts';

const decibels = (value: number) => 10 ** (value / 20);

test('every step is as many decibels as the next', () => {
  expect(levelOfAmplitude(decibels(0))).toBe(1);
  expect(levelOfAmplitude(decibels(-30))).toBeCloseTo(0.5);
  expect(levelOfAmplitude(decibels(-60))).toBeCloseTo(0);
});

test('what is no loudness is silence, and nothing is louder than the loudest', () => {
  for (const nothing of [0, -1, NaN, 0.0001]) expect(levelOfAmplitude(nothing)).toBe(0);
  expect(levelOfAmplitude(2)).toBe(1);
});

test('the hiss of an open microphone is no voice, and quiet speech is one', () => {
  expect(levelOfAmplitude(decibels(-48))).toBeLessThan(voiceLevel);
  expect(levelOfAmplitude(decibels(-38))).toBeGreaterThan(voiceLevel);
});
