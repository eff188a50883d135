import { enter } from '@quietroom/emulators/whereby/bare-client';
import { beforeAll, expect, test } from 'vitest';
import { control, redirect } from './page.ts';

const generateCertificate = Reflect.get(RTCPeerConnection, 'generateCertificate') as unknown;
beforeAll(redirect);

test('loading the SDK takes the statics of RTCPeerConnection away from the rest of the page', async () => {
  expect(generateCertificate).toBeTypeOf('function');
  const plain = RTCPeerConnection;
  await import('@whereby.com/core');
  expect(RTCPeerConnection).not.toBe(plain);
  expect(Reflect.get(RTCPeerConnection, 'generateCertificate')).toBeUndefined();
});

test('the browser keeps an id that is the same in the next visit, and shows it to everybody there', async () => {
  localStorage.removeItem('CredentialsStorage');
  const seen: string[] = [];
  for (const name of ['Patient C3C3', 'Patient D4D4']) {
    const { room, roomUrl } = await control.createRoom({ locked: false });
    const person = await enter(roomUrl, { name });
    seen.push((await control.inspect(room)).clients[0]!.deviceId);
    await person.end();
  }
  expect(seen[0]).toBe(seen[1]);
  expect(localStorage.getItem('CredentialsStorage')).toContain(seen[0]);
  localStorage.removeItem('CredentialsStorage');
});

test('after leaving, the people and the messages of the visit are still there to be read', async () => {
  const { roomUrl, hostKey } = await control.createRoom({ locked: false });
  const host = await enter(roomUrl, { roomKey: hostKey, name: 'Clinician B2B2' });
  const visitor = await enter(roomUrl, { name: 'Patient C3C3' });
  visitor.room.sendChatMessage('what I said');
  await host.until((state) => state.chatMessages.length === 1 && state.remoteParticipants.length === 1);
  host.room.leaveRoom();
  await host.until(({ connectionStatus }) => connectionStatus === 'left');
  expect(host.state().chatMessages[0]!.text).toBe('what I said');
  expect(host.state().remoteParticipants[0]!.displayName).toBe('Patient C3C3');
  await host.end();
  await visitor.end();
});
