import { eventually } from '@quietroom/emulators/whereby/bare-client';
import { beforeAll, expect, test } from 'vitest';
import { control, redirect, watchDevices } from './page.ts';

beforeAll(redirect);

test('destroying a client that opened the camera itself turns the camera on again and leaves it on', async () => {
  const devices = watchDevices();
  const { WherebyClient } = await import('@whereby.com/core');
  const { roomUrl, hostKey } = await control.createRoom();
  const client = new WherebyClient();
  const room = client.getRoomConnection();
  room.initialize({
    roomUrl,
    roomKey: hostKey,
    displayName: 'Clinician B2B2',
    localMediaOptions: { audio: true, video: true },
  });
  await room.joinRoom();
  const opened = devices.opened();
  expect(devices.live()).toBe(2);

  client.destroy();
  await eventually(() => devices.opened() > opened, 'the camera is asked for again');
  await eventually(() => devices.live() > 0, 'it is on');
  client
    .getStore()
    .getState()
    .localMedia.stream?.getTracks()
    .forEach((track) => {
      track.stop();
    });
});
