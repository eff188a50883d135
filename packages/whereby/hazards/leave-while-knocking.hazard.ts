import { enter } from '@quietroom/emulators/whereby/bare-client';
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
