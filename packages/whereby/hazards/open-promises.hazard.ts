import type { WherebyClient } from '@whereby.com/core';
import { eventually } from '@quietroom/emulators/whereby/bare-client';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { control, redirect, staysOpen } from './page.ts';

beforeAll(redirect);

const clients: WherebyClient[] = [];
const join = async (roomUrl: string, media: boolean) => {
  const { WherebyClient: Client } = await import('@whereby.com/core');
  const client = new Client();
  clients.push(client);
  if (media) await client.getLocalMedia().startMedia({ audio: true, video: true });
  const room = client.getRoomConnection();
  room.initialize({ roomUrl, displayName: 'Patient C3C3' });
  return { client, room, joined: room.joinRoom() };
};
afterEach(async () => {
  await control.clearScript();
  for (const client of clients.splice(0)) {
    client.getLocalMedia().stopMedia();
    client.getStore().getState().signalConnection.socket?.disconnect();
    client.destroy();
  }
});

test('joining a room of an organisation that does not exist never ends, and says nothing', async () => {
  await control.forget();
  const { room, joined } = await join(`https://nobody.whereby.com/${crypto.randomUUID()}`, true);
  const asked = async () => (await control.received()).some(({ name }) => name.includes('/nobody/'));
  await eventually(asked, 'the organisation was asked for');
  expect(await staysOpen(joined)).toBe(true);
  expect(room.getState()).toMatchObject({ connectionStatus: 'ready', connectionError: null });
});

test('joining without a camera and microphone that were allowed never ends', async () => {
  const { roomUrl } = await control.createRoom({ locked: false });
  const { mediaDevices } = navigator;
  const plain = mediaDevices.getUserMedia.bind(mediaDevices);
  mediaDevices.getUserMedia = () => Promise.reject(new DOMException('denied', 'NotAllowedError'));
  const { client, joined } = await join(roomUrl, true);
  expect(await staysOpen(joined)).toBe(true);
  expect(client.getLocalMedia().getState().startError).toBeTruthy();
  mediaDevices.getUserMedia = plain;
});

test.each(['api', 'signal'] as const)('joining while the vendor’s %s server is away never ends', async (service) => {
  localStorage.removeItem('CredentialsStorage');
  await control.setDown(service, true);
  const { roomUrl } = await control.createRoom({ locked: false });
  const { room, joined } = await join(roomUrl, true);
  expect(await staysOpen(joined)).toBe(true);
  expect(room.getState().connectionError).toBeNull();
});

test('a refused join is a bare word, not an error', async () => {
  const { roomUrl } = await control.createRoom({ capacity: 0, locked: false });
  const { joined } = await join(roomUrl, true);
  await expect(joined).rejects.toBe('room_full');
});
