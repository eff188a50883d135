import { enter } from '@quietroom/emulators/whereby/bare-client';
import { beforeAll, expect, test } from 'vitest';
import { control, redirect } from './page.ts';

beforeAll(redirect);

test('the SDK lets a visitor start the recording, the captions and the transcript', async () => {
  await control.forget();
  const { room, roomUrl } = await control.createRoom({ locked: false });
  const visitor = await enter(roomUrl, { name: 'Patient C3C3' });
  visitor.room.startCloudRecording();
  visitor.room.startLiveCaptions();
  visitor.room.startLiveTranscription();
  await visitor.until(({ liveTranscription }) => liveTranscription?.status === 'transcribing');
  const asked = (await control.received()).map(({ name }) => name);
  expect(asked).toEqual(
    expect.arrayContaining(['start_recording', 'live_captions_enabled', 'start_live_transcription']),
  );
  expect((await control.inspect(room)).clients.map(({ role }) => role)).toContain('recorder');
  await visitor.end();
});

test('the SDK lets a visitor admit somebody', async () => {
  const { room, roomUrl, hostKey } = await control.createRoom({ locked: false });
  const host = await enter(roomUrl, { roomKey: hostKey, name: 'Clinician B2B2' });
  const visitor = await enter(roomUrl, { name: 'Patient C3C3' });
  await control.setLocked(room, true);
  const stranger = await enter(roomUrl, { name: 'Guest D4D4' });
  stranger.room.knock();
  const { waitingParticipants } = await host.until((state) => state.waitingParticipants.length === 1);
  visitor.room.acceptWaitingParticipant(waitingParticipants[0]!.id);
  await stranger.until(({ connectionStatus }) => connectionStatus === 'connected');
  for (const person of [stranger, visitor, host]) await person.end();
});

test('who comes later is not told that the room is recorded and streamed', async () => {
  const { room, roomUrl, hostKey } = await control.createRoom();
  await control.robotEnters(room, 'recorder');
  await control.robotEnters(room, 'streamer');
  const host = await enter(roomUrl, { roomKey: hostKey, name: 'Clinician B2B2' });
  const { cloudRecording, liveStream, remoteParticipants } = host.state();
  expect({ cloudRecording, liveStream, remoteParticipants }).toEqual({
    cloudRecording: undefined,
    liveStream: undefined,
    remoteParticipants: [],
  });
  await host.end();
});

test('a name with a key in the room’s address is not used as a key', async () => {
  const { hostRoomUrl } = await control.createRoom();
  const host = await enter(hostRoomUrl, { name: 'Clinician B2B2' });
  expect(host.state().connectionStatus).toBe('room_locked');
  await host.end();
});

test('whoever calls in by telephone is shown by their number, and a name is shown as it is given', async () => {
  const { room, roomUrl, hostKey } = await control.createRoom({ locked: false });
  const host = await enter(roomUrl, { roomKey: hostKey, name: 'Clinician B2B2' });
  await control.dialsIn(room, '+1 555 0100');
  const visitor = await enter(roomUrl, { name: 'Zylphia Quonsett' });
  const { remoteParticipants } = await host.until((state) => state.remoteParticipants.length === 2);
  expect(remoteParticipants.map(({ displayName }) => displayName)).toEqual(['+1 555 0100', 'Zylphia Quonsett']);
  for (const person of [visitor, host]) await person.end();
});

test('an unlocked room lets anybody in, and nothing in the client’s state says that it is unlocked', async () => {
  const { roomUrl } = await control.createRoom({ locked: false, mode: 'group' });
  const visitor = await enter(roomUrl, { name: 'Patient C3C3' });
  expect(visitor.state().connectionStatus).toBe('connected');
  expect(Object.keys(visitor.state())).not.toContain('isLocked');
  expect(Object.keys(visitor.state())).not.toContain('mode');
  await visitor.end();
});

test('a chat message that was refused is shown as a message of nobody', async () => {
  const { roomUrl, hostKey } = await control.createRoom({ longestText: 5 });
  const host = await enter(roomUrl, { roomKey: hostKey, name: 'Clinician B2B2' });
  host.room.sendChatMessage('longer than five');
  const { chatMessages } = await host.until((state) => state.chatMessages.length === 1);
  expect(chatMessages[0]?.senderId).toBeUndefined();
  await host.end();
});
