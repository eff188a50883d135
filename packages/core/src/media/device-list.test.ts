import { expect, test } from 'vitest';
import { stillThere } from './device-list.ts';

const device = (deviceId: string, groupId: string): MediaDeviceInfo => ({
  deviceId,
  groupId,
  kind: 'audioinput',
  label: '',
  toJSON: () => ({}),
});
const trackOf = (deviceId: string, groupId: string): MediaStreamTrack =>
  ({ kind: 'audio', getSettings: () => ({ deviceId, groupId }) }) as MediaStreamTrack;

test('the default microphone is still there while any entry has its group, the default’s own included', () => {
  const track = trackOf('default', 'headset');
  expect(stillThere(track, [device('default', 'headset'), device('built-in', 'laptop')])).toBe(true);
  expect(stillThere(track, [device('default', 'headset'), device('a1', 'headset')])).toBe(true);
});

test('a default that moved to another device is not the one that was chosen', () => {
  expect(stillThere(trackOf('default', 'headset'), [device('default', 'laptop'), device('built-in', 'laptop')])).toBe(
    false,
  );
});

test('a chosen device is gone when its id is', () => {
  expect(stillThere(trackOf('a1', 'headset'), [device('a1', 'headset')])).toBe(true);
  expect(stillThere(trackOf('a1', 'headset'), [device('default', 'laptop')])).toBe(false);
});

test('what the browser does not tell is not taken for a loss', () => {
  expect(stillThere(trackOf('a1', 'headset'), [device('', '')])).toBe(true);
  expect(stillThere(trackOf('a1', 'headset'), [])).toBe(false);
});
