import { expect, test } from 'vitest';
import { browserEnvironment } from './browser-environment.ts';

test('on a server there is an environment without devices, and nothing throws', () => {
  const environment = browserEnvironment();
  expect(environment.mediaDevices).toBeUndefined();
  expect(environment.createAudioContext).toBeUndefined();
  expect(environment.createAudioElement).toBeUndefined();
  expect(environment.page).toMatchObject({ secure: false, path: '' });
  environment.onPageClosing(() => undefined)();
  expect(environment.crypto.getRandomValues(new Uint8Array(4))).toHaveLength(4);
});

test('a timer that was cancelled does not ring', async () => {
  const { clock } = browserEnvironment();
  const rung: string[] = [];
  const cancelOne = clock.after(0, () => rung.push('one'));
  const cancelOften = clock.every(0, () => rung.push('often'));
  cancelOne();
  cancelOften();
  await new Promise<void>((resolve) => {
    clock.after(1, resolve);
  });
  expect(rung).toEqual([]);
});
