import { expect, test } from 'vitest';
import { levelOf } from './level-meter.ts';

const tone = (amplitude: number) => Float32Array.from({ length: 1024 }, (_, index) => amplitude * Math.sin(index / 3));

test('silence is nothing, full loudness is everything, and speech stands between', () => {
  expect(levelOf(new Float32Array(1024))).toBe(0);
  expect(levelOf(tone(0.0005))).toBe(0);
  expect(levelOf(tone(1.5))).toBe(1);
  expect(levelOf(tone(0.05))).toBeGreaterThan(0.4);
  expect(levelOf(tone(0.05))).toBeLessThan(0.6);
});

test('louder is higher', () => {
  const levels = [0.001, 0.01, 0.1, 0.5].map((amplitude) => levelOf(tone(amplitude)));
  expect(levels).toEqual([...levels].sort((one, other) => one - other));
  expect(new Set(levels).size).toBe(levels.length);
});
