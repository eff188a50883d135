import { enter, eventually } from '@quietroom/emulators/whereby/bare-client';
import { beforeAll, expect, test } from 'vitest';
import { control, redirect } from './page.ts';

beforeAll(redirect);

test('joining twice opens two lines and puts a ghost of oneself into the room', async () => {
  const { room, roomUrl, hostKey } = await control.createRoom();
  const person = await enter(roomUrl, { roomKey: hostKey, name: 'Clinician B2B2' });
  const first = person.client.getStore().getState().signalConnection.socket;
  void person.room.joinRoom().catch(() => undefined);
  await eventually(async () => (await control.inspect(room)).clients.length === 2, 'there are two of them');
  expect((await control.inspect()).connections).toBe(2);
  await person.until((state) => state.remoteParticipants.length === 1);
  expect(person.state().remoteParticipants[0]!.displayName).toBe('Clinician B2B2');

  await person.end();
  expect((await control.inspect(room)).clients).toHaveLength(1);
  first?.disconnect();
});

test('two rooms in one page hear each other’s chat', async () => {
  const one = await control.createRoom();
  const two = await control.createRoom();
  const inOne = await enter(one.roomUrl, { roomKey: one.hostKey, name: 'Clinician B2B2' });
  const inTwo = await enter(two.roomUrl, { roomKey: two.hostKey, name: 'Clinician D4D4' });
  const heard: string[] = [];
  inOne.room.on('chat:new-message', ({ text }: { text: string }) => heard.push(text));
  inTwo.room.sendChatMessage('of another patient');
  await inTwo.until((state) => state.chatMessages.length === 1);
  expect(heard).toEqual(['of another patient']);
  await inOne.end();
  await inTwo.end();
});
