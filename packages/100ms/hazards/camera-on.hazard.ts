import { arrive } from '@quietroom/emulators/100ms/bare-client';
import { beforeAll, expect, test } from 'vitest';
import { come, configFor, control, redirect } from './page.ts';

beforeAll(redirect);

const sends = async (room: string, role: string) =>
  (await control.inspect(room)).peers
    .filter((peer) => peer.role === role)
    .flatMap(({ tracks }) => tracks.filter(({ mute }) => !mute).map(({ type }) => type))
    .sort();

test('who says nothing about camera and microphone joins with both on', async () => {
  const room = await control.createRoom();
  const person = await arrive();
  await person.actions.join(await configFor(room, 'patient'));
  await person.until((state) => Object.keys(state.tracks).length === 2);
  expect(await sends(room, 'patient')).toEqual(['audio', 'video']);
  await person.end();
});

test('who waits with both chosen is live the moment they are admitted, without a word or a click', async () => {
  const clinician = await come();
  const patient = await arrive();
  await patient.actions.join({
    ...(await configFor(clinician.room, 'waiting')),
    settings: { isAudioMuted: false, isVideoMuted: false },
  });
  const { localPeer } = patient.state().room;
  expect(await sends(clinician.room, 'waiting')).toEqual([]);
  await clinician.until(({ peers }) => peers[localPeer] !== undefined);
  await clinician.actions.changeRoleOfPeer(localPeer, 'patient', true);
  await patient.until((state) => Object.values(state.tracks).filter(({ enabled }) => enabled).length >= 2);
  expect(await sends(clinician.room, 'patient')).toEqual(['audio', 'video']);
  await patient.end();
  await clinician.end();
});
