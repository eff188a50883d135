import { beforeAll, expect, test } from 'vitest';
import { come, control, redirect } from './page.ts';

beforeAll(redirect);

test('the SDK joins an ordinary workspace, with a role that may stream, into a stream that runs, and goes on', async () => {
  const room = await control.createRoom({ hipaa: false, rights: { patient: ['rtmpStreaming', 'hlsStreaming'] } });
  const person = await come({ room, role: 'patient', settings: { isAudioMuted: false, isVideoMuted: false } });
  expect(person.state().room.isHipaaEnabled).toBe(false);
  await control.setRtmp(room, true);
  await control.setHls(room, true);
  await control.setRecording(room, 'sfu', true);
  await person.until(({ room: { rtmp, hls, recording } }) => rtmp.running && hls.running && recording.server.running);
  await person.until(({ tracks }) => Object.values(tracks).filter(({ enabled }) => enabled).length === 2);
  expect((await control.inspect(room)).peers[0]?.tracks.map(({ mute }) => mute)).toEqual([false, false]);
  await person.end();
});

test('who waits is told everybody’s names, and may write to everybody and to each', async () => {
  const clinician = await come();
  const waiting = await come({ room: clinician.room, role: 'waiting', userName: 'Patient C3C3' });
  await waiting.until(({ peers }) => Object.values(peers).some(({ name }) => name === 'Zylphia Quonsett'));
  await waiting.actions.sendBroadcastMessage('to everybody');
  await waiting.actions.sendDirectMessage('to one', clinician.peer());
  const { messages } = await clinician.until((state) => state.messages.allIDs.length === 2);
  const recipients = messages.allIDs.map((id) => messages.byID[id]?.recipientPeer);
  expect(recipients).toEqual([undefined, clinician.peer()]);
  await waiting.end();
  await clinician.end();
});

test('a telephone is shown by its number, and a name is whatever its bearer says', async () => {
  const person = await come();
  const phone = await control.dialsIn(person.room, '+1 555 0100');
  const other = await come({ room: person.room, role: 'patient', userName: 'DOB 1 January 1901, MRN 00-00' });
  const { peers } = await person.until((state) => Object.keys(state.peers).length === 3);
  expect(peers[phone]?.name).toBe('+1 555 0100');
  expect(peers[other.peer()]?.name).toBe('DOB 1 January 1901, MRN 00-00');
  await other.actions.changeName('Zylphia Quonsett');
  await person.until((state) => state.peers[other.peer()]?.name === 'Zylphia Quonsett');
  await other.end();
  await person.end();
});
