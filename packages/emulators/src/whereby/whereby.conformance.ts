import { afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { enter, eventually, moves, withDrawnScreen, type BareClient } from './bare-client/index.ts';
import { controlWhereby } from './control/control-whereby.ts';
import { redirectWhereby } from './redirect/redirect-whereby.ts';

const control = controlWhereby(inject('wherebyUrl'));
const people: BareClient[] = [];
const come = async (...parameters: Parameters<typeof enter>): Promise<BareClient> => {
  const person = await enter(...parameters);
  people.push(person);
  return person;
};
const hostAndVisitor = async () => {
  const { room, roomUrl, hostKey } = await control.createRoom();
  const host = await come(roomUrl, { roomKey: hostKey, name: 'Clinician B2B2' });
  const visitor = await come(roomUrl, { name: 'Patient C3C3' });
  return { room, roomUrl, host, visitor };
};
const together = async () => {
  const parts = await hostAndVisitor();
  const { host, visitor } = parts;
  visitor.room.knock();
  const { waitingParticipants } = await host.until((state) => state.waitingParticipants.length === 1);
  host.room.acceptWaitingParticipant(waitingParticipants[0]!.id);
  await visitor.until(({ connectionStatus }) => connectionStatus === 'connected');
  await host.until(({ remoteParticipants }) => remoteParticipants.length === 1);
  return parts;
};

beforeAll(() => {
  redirectWhereby({ origin: inject('wherebyUrl') });
});
afterEach(async () => {
  for (const person of people.splice(0)) await person.end();
  await control.clearScript();
  await control.forget();
});

describe('the unmodified SDK in a room of the stand-in', () => {
  test('a visitor finds the door locked, knocks, is let in; each sees the other move', async () => {
    const { room, host, visitor } = await hostAndVisitor();
    expect(visitor.state().connectionStatus).toBe('room_locked');
    visitor.room.knock();
    const { waitingParticipants } = await host.until((state) => state.waitingParticipants.length === 1);
    expect(waitingParticipants[0]!.displayName).toBe('Patient C3C3');
    host.room.acceptWaitingParticipant(waitingParticipants[0]!.id);
    await visitor.until(({ connectionStatus }) => connectionStatus === 'connected');
    for (const person of [host, visitor]) {
      const { remoteParticipants } = await person.until(
        (state) => (state.remoteParticipants[0]?.stream?.getVideoTracks().length ?? 0) > 0,
      );
      await moves(remoteParticipants[0]!.stream!);
    }
    expect((await control.inspect(room)).clients.map(({ role }) => role)).toEqual(['host', 'granted_visitor']);
    await host.until((state) => state.waitingParticipants.length === 0);
  });

  test('chat reaches both; its writer hears it as an echo', async () => {
    const { host, visitor } = await together();
    visitor.room.sendChatMessage('good morning');
    for (const person of [host, visitor]) {
      const { chatMessages } = await person.until((state) => state.chatMessages.length === 1);
      expect(chatMessages[0]).toMatchObject({ text: 'good morning', removed: false });
    }
    const { remoteParticipants } = host.state();
    expect(host.state().chatMessages[0]!.senderId).toBe(remoteParticipants[0]!.id);
  });

  test('a message that is too long comes back as an error and reaches nobody', async () => {
    const { room, roomUrl, hostKey } = await control.createRoom({ longestText: 10 });
    const host = await come(roomUrl, { roomKey: hostKey, name: 'Clinician B2B2' });
    const second = await come(roomUrl, { roomKey: hostKey, name: 'Clinician D4D4' });
    host.room.sendChatMessage('longer than ten characters');
    await host.until((state) => state.chatMessages.length === 1);
    expect(host.state().chatMessages[0]!.id).toBeUndefined();
    host.room.sendChatMessage('short');
    await second.until((state) => state.chatMessages.length === 1);
    expect(second.state().chatMessages[0]!.text).toBe('short');
    expect((await control.inspect(room)).clients).toHaveLength(2);
  });

  test('a host keeps somebody waiting with a word, then turns them away', async () => {
    const { room, host, visitor } = await hostAndVisitor();
    visitor.room.knock();
    const { waitingParticipants } = await host.until((state) => state.waitingParticipants.length === 1);
    host.room.holdWaitingParticipant(waitingParticipants[0]!.id, 'soon');
    const held = await visitor.until(({ connectionStatus }) => connectionStatus === 'knock_on_hold');
    expect(held.knockResponse?.message).toBe('soon');
    host.room.rejectWaitingParticipant(waitingParticipants[0]!.id, 'another day');
    await visitor.until(({ connectionStatus }) => connectionStatus === 'knock_rejected');
    await host.until((state) => state.waitingParticipants.length === 0);
    expect((await control.inspect(room)).knockers).toEqual([]);
  });

  test('a host who comes later finds who is waiting; a knock taken back is gone', async () => {
    const { roomUrl, hostKey } = await control.createRoom();
    const visitor = await come(roomUrl, { name: 'Patient C3C3' });
    visitor.room.knock();
    const host = await come(roomUrl, { roomKey: hostKey, name: 'Clinician B2B2' });
    await host.until((state) => state.waitingParticipants.length === 1);
    visitor.room.cancelKnock();
    await host.until((state) => state.waitingParticipants.length === 0);
  });

  test('a screen is shared with who is there and who comes later, and ends', async () => {
    const { roomUrl, hostKey } = await control.createRoom({ locked: false });
    const host = await come(roomUrl, { roomKey: hostKey, name: 'Clinician B2B2' });
    const visitor = await come(roomUrl, { name: 'Patient C3C3' });
    await withDrawnScreen(() => {
      host.room.startScreenshare();
    });
    const { screenshares } = await visitor.until(
      (state) => (state.screenshares[0]?.stream?.getTracks().length ?? 0) > 0,
    );
    await moves(screenshares[0]!.stream!);
    const late = await come(roomUrl, { name: 'Family F5F5' });
    await late.until((state) => (state.screenshares[0]?.stream?.getTracks().length ?? 0) > 0);
    host.room.stopScreenshare();
    await visitor.until((state) => state.screenshares.length === 0);
  });

  test('a mute is seen by the other, and a host can ask for it', async () => {
    const { host, visitor } = await together();
    visitor.room.toggleMicrophone(false);
    await host.until(({ remoteParticipants }) => remoteParticipants[0]?.isAudioEnabled === false);
    visitor.room.toggleMicrophone(true);
    await host.until(({ remoteParticipants }) => remoteParticipants[0]?.isAudioEnabled === true);
    host.room.muteParticipants([host.state().remoteParticipants[0]!.id]);
    await visitor.until(({ isMicrophoneEnabled }) => !isMicrophoneEnabled);
    await host.until(({ remoteParticipants }) => remoteParticipants[0]?.isAudioEnabled === false);
  });

  test('a raised hand is seen', async () => {
    const { host, visitor } = await together();
    visitor.room.toggleRaiseHand();
    await host.until(({ remoteParticipants }) => remoteParticipants[0]?.stickyReaction?.reaction === '✋');
  });

  test('unlocking lets the next one straight in; locking is seen by everybody', async () => {
    const { room, roomUrl, hostKey } = await control.createRoom();
    const host = await come(roomUrl, { roomKey: hostKey, name: 'Clinician B2B2' });
    host.room.lockRoom(false);
    await eventually(async () => (await control.inspect(room)).locked === false, 'the room is open');
    const visitor = await come(roomUrl, { name: 'Patient C3C3' });
    expect(visitor.state().connectionStatus).toBe('connected');
    host.room.lockRoom(true);
    await eventually(() => visitor.client.getStore().getState().room.isLocked, 'the visitor sees the lock');
  });

  test('who is removed is out, with the door locked behind them', async () => {
    const { room, host, visitor } = await together();
    host.room.kickParticipant(host.state().remoteParticipants[0]!.id);
    await visitor.until(({ connectionStatus }) => connectionStatus === 'kicked');
    await host.until(({ remoteParticipants }) => remoteParticipants.length === 0);
    expect((await control.inspect(room)).clients.map(({ role }) => role)).toEqual(['host']);
  });

  test('a visitor cannot remove anybody, whatever their page sends', async () => {
    const { room, host, visitor } = await together();
    const { socket } = visitor.client.getStore().getState().signalConnection;
    socket!.emit('kick_client', { clientId: visitor.state().remoteParticipants[0]!.id, reasonId: 'kick' });
    socket!.emit('set_lock', { locked: false });
    visitor.room.sendChatMessage('after it');
    await host.until((state) => state.chatMessages.length === 1);
    expect(await control.inspect(room)).toMatchObject({ locked: true, clients: [{ role: 'host' }, {}] });
  });

  test('the end of the meeting is the end for everybody', async () => {
    const { room, host, visitor } = await together();
    host.room.endMeeting();
    await visitor.until(({ connectionStatus }) => connectionStatus === 'kicked');
    await host.until(({ connectionStatus }) => connectionStatus === 'left');
    expect((await control.inspect(room)).clients).toEqual([]);
  });

  test('recording, captions and a transcript are known to everybody', async () => {
    const { room, host, visitor } = await together();
    host.room.startCloudRecording();
    await visitor.until(({ cloudRecording }) => cloudRecording?.status === 'recording');
    host.room.stopCloudRecording();
    await visitor.until(({ cloudRecording }) => cloudRecording?.status === undefined);
    host.room.startLiveCaptions();
    await visitor.until(({ liveCaptions }) => liveCaptions?.status === 'captioning');
    await control.caption(room, visitor.state().remoteParticipants[0]!.id, 'does it hurt here');
    const { liveCaptions } = await visitor.until((state) => (state.liveCaptions?.captionLog.length ?? 0) === 1);
    expect(liveCaptions?.captionLog[0]).toMatchObject({ text: 'does it hurt here' });
    host.room.startLiveTranscription();
    await visitor.until(({ liveTranscription }) => liveTranscription?.status === 'transcribing');
  });

  test('a line that breaks is mended: the same participant, and the picture moves again', async () => {
    const { room, host, visitor } = await together();
    const { id } = host.state().remoteParticipants[0]!;
    await control.hangUp(room, id);
    await visitor.until(({ connectionStatus }) => connectionStatus === 'disconnected');
    await visitor.until(({ connectionStatus }) => connectionStatus === 'connected');
    const { remoteParticipants } = await host.until(
      (state) => (state.remoteParticipants[0]?.stream?.getVideoTracks().length ?? 0) > 0,
    );
    expect(remoteParticipants.map((participant) => participant.id)).toEqual([id]);
    await moves(remoteParticipants[0]!.stream!);
  });
});

describe('what the stand-in can be told to do', () => {
  test('programs and telephones come in; the SDK’s list of people hides the programs', async () => {
    const { room, roomUrl, hostKey } = await control.createRoom();
    await control.robotEnters(room, 'recorder');
    await control.robotEnters(room, 'streamer');
    const host = await come(roomUrl, { roomKey: hostKey, name: 'Clinician B2B2' });
    await control.dialsIn(room, '+1 555 0100');
    const { remoteParticipants } = await host.until((state) => state.remoteParticipants.length > 0);
    expect(remoteParticipants).toMatchObject([{ isDialIn: true, displayName: '+1 555 0100' }]);
    const all = host.client.getStore().getState().remoteParticipants.remoteParticipants;
    expect(all.map(({ roleName }) => roleName)).toEqual(['recorder', 'streamer', 'visitor']);
    expect(host.state().cloudRecording).toBeUndefined();
  });

  test('a full room, a refusal and a forged key are said in the vendor’s words', async () => {
    const { roomUrl, hostKey } = await control.createRoom({ capacity: 1 });
    const errorOf = (person: BareClient) => person.state().connectionError;
    await come(roomUrl, { roomKey: hostKey, name: 'Clinician B2B2' });
    expect(errorOf(await come(roomUrl, { roomKey: hostKey, name: 'Clinician D4D4' }))).toBe('room_full');
    expect(errorOf(await come(roomUrl, { roomKey: 'host.forged', name: 'Patient C3C3' }))).toBe('invalid_key');
    await control.addRule({
      on: 'request',
      name: 'join_room',
      action: 'refuse',
      error: 'host_presence_controls_error',
    });
    expect(errorOf(await come(roomUrl, { name: 'Patient C3C3' }))).toBe('host_presence_controls_error');
  });

  test('a group room answers signalling and has no media server behind it', async () => {
    const { roomUrl, hostKey } = await control.createRoom({ mode: 'group', locked: false });
    const host = await come(roomUrl, { roomKey: hostKey, name: 'Clinician B2B2' });
    const visitor = await come(roomUrl, { name: 'Patient C3C3' });
    expect(visitor.client.getStore().getState().room.mode).toBe('group');
    visitor.room.sendChatMessage('anybody there');
    await host.until((state) => state.chatMessages.length === 1);
    await eventually(async () => (await control.received()).some(({ service }) => service === 'sfu'), 'media is tried');
    expect(host.state().remoteParticipants[0]!.stream?.getTracks() ?? []).toEqual([]);
  });

  test('what is dropped does not arrive, and what is delayed arrives late', async () => {
    const { host, visitor } = await together();
    await control.addRule({ on: 'request', name: 'chat_message', action: 'drop', times: 1 });
    await control.addRule({ on: 'request', name: 'chat_message', action: 'delay', milliseconds: 300, times: 1 });
    for (const text of ['lost', 'late', 'on time']) host.room.sendChatMessage(text);
    const { chatMessages } = await visitor.until((state) => state.chatMessages.length === 2);
    expect(chatMessages.map(({ text }) => text)).toEqual(['on time', 'late']);
  });

  test('everything the page sent can be looked through, telemetry too', async () => {
    await control.forget();
    const { roomUrl, hostKey } = await control.createRoom();
    await come(roomUrl, { roomKey: hostKey, name: 'Clinician B2B2' });
    await eventually(async () => (await control.inspect()).telemetryConnections > 0, 'telemetry connects');
    await eventually(
      async () => (await control.received()).some(({ service }) => service === 'telemetry'),
      'telemetry speaks',
    );
    const received = await control.received();
    expect(received.find(({ name }) => name === 'join_room')?.text).toContain('Clinician B2B2');
    expect(received.map(({ name }) => name)).toContain(
      'GET /organization-subdomains/quietroom/?fields=permissions,account,onboardingSurvey',
    );
  });
});
