import { enter, eventually } from '@quietroom/emulators/whereby/bare-client';
import { beforeAll, expect, test } from 'vitest';
import { control, redirect } from './page.ts';

beforeAll(redirect);

test('who leaves while knocking goes on knocking, and is in the room when the host admits them', async () => {
  const { room, roomUrl, hostKey } = await control.createRoom();
  const host = await enter(roomUrl, { roomKey: hostKey, name: 'Clinician B2B2' });
  const visitor = await enter(roomUrl, { name: 'Patient C3C3' });
  visitor.room.knock();
  const { waitingParticipants } = await host.until((state) => state.waitingParticipants.length === 1);

  visitor.room.leaveRoom();
  expect(visitor.state().connectionStatus).toBe('knocking');
  const { knockers, connections } = await control.inspect(room);
  expect(knockers).toHaveLength(1);
  expect(connections).toBe(2);

  host.room.acceptWaitingParticipant(waitingParticipants[0]!.id);
  await visitor.until(({ connectionStatus }) => connectionStatus === 'connected');
  expect((await control.inspect(room)).clients).toHaveLength(2);
  await visitor.end();
  await host.end();
});

test('who leaves while connecting is in the room a moment later, and stays there', async () => {
  await control.forget();
  const { room, roomUrl, hostKey } = await control.createRoom();
  await control.addRule({ on: 'request', name: 'join_room', action: 'delay', milliseconds: 300 });
  const { WherebyClient } = await import('@whereby.com/core');
  const client = new WherebyClient();
  await client.getLocalMedia().startMedia({ audio: true, video: true });
  const connection = client.getRoomConnection();
  connection.initialize({ roomUrl, roomKey: hostKey, displayName: 'Clinician B2B2' });
  void connection.joinRoom().catch(() => undefined);
  await eventually(async () => (await control.received()).some(({ name }) => name === 'join_room'), 'it asks to join');

  connection.leaveRoom();
  await eventually(async () => (await control.inspect(room)).clients.length === 1, 'it has come in');
  expect(connection.getState().connectionStatus).toBe('connected');
  await control.clearScript();
  client.getLocalMedia().stopMedia();
  client.getStore().getState().signalConnection.socket?.disconnect();
  client.destroy();
});
