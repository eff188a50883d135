import { expect, it } from 'vitest';
import { createManualClock } from '../../test/manual-clock.ts';
import { Attention } from './attention.ts';

const watch = () => {
  const clock = createManualClock(1000);
  const shown = { camera: false, screen: false };
  return { clock, shown, attention: new Attention(clock, (source) => shown[source]) };
};

it('wants a picture that is announced, and no longer when nobody has looked at it for two seconds', () => {
  const { clock, shown, attention } = watch();
  expect(attention.look()).toEqual({ camera: true, screen: true, gently: false });
  clock.pass(1900);
  shown.camera = true;
  attention.look();
  clock.pass(100);
  expect(attention.look()).toEqual({ camera: true, screen: false, gently: false });
});

it('does not mind a tile that is taken down and put up again, and wants a picture again at once', () => {
  const { clock, shown, attention } = watch();
  shown.camera = true;
  attention.look();
  shown.camera = false;
  clock.pass(1900);
  expect(attention.look().camera).toBe(true);
  clock.pass(100);
  expect(attention.look().camera).toBe(false);
  shown.camera = true;
  expect(attention.look().camera).toBe(true);
});

it('asks for less for twenty seconds after somebody came through badly', () => {
  const { clock, attention } = watch();
  attention.suffer();
  clock.pass(19_900);
  expect(attention.look().gently).toBe(true);
  clock.pass(100);
  expect(attention.look().gently).toBe(false);
});
