import { expect, test } from 'vitest';
import { createFakeClock } from '../../test/fake-clock.ts';
import { FakeStream, FakeTrack } from '../../test/fake-media-devices.ts';
import { createLevelMeter, levelOf } from './level-meter.ts';

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

test('where nothing can be measured nothing is told, and least of all silence; no microphone is silence', () => {
  const clock = createFakeClock();
  const meter = createLevelMeter({ clock, createAudioContext: undefined });
  const told: number[] = [];
  const stop = meter.onLevel((level) => told.push(level));
  meter.follow(new FakeStream([new FakeTrack('audio', {})]));
  clock.advance(1_000);
  expect(told).toEqual([]);
  meter.follow(null);
  clock.advance(200);
  expect(told).toEqual([0, 0]);
  stop();
  expect(clock.scheduled()).toBe(0);
});
