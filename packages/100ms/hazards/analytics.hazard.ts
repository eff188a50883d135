import { arrive, eventually } from '@quietroom/emulators/100ms/bare-client';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { come, configFor, control, redirect, unheard } from './page.ts';

beforeAll(redirect);
afterEach(() => control.clearScript());

test('analytics on the line carry the ids of this computer’s devices, and with a change their labels', async () => {
  await control.forget();
  const person = await come({ settings: { isAudioMuted: false, isVideoMuted: false } });
  const sent = async () =>
    (await control.entries({ peer: person.peer(), way: 'in' }))
      .filter(({ name }) => name === 'analytics')
      .map(({ text }) => text)
      .join('\n');
  await eventually(async () => (await sent()).includes('media.constraints'), 'constraints are reported');
  const devices = await navigator.mediaDevices.enumerateDevices();
  const camera = devices.find(({ kind }) => kind === 'videoinput')!;
  expect(await sent()).toContain(camera.deviceId);
  navigator.mediaDevices.dispatchEvent(new Event('devicechange'));
  await eventually(async () => (await sent()).includes(camera.label), 'labels are reported');
  await person.end();
});

test('the token stands in the address of the line, where every proxy on the way may log it', async () => {
  await control.forget();
  const room = await control.createRoom();
  const config = await configFor(room, 'patient');
  const person = await arrive();
  await person.actions.join({ ...config, ...unheard });
  const connected = (await control.entries()).find(({ name }) => name === 'connect');
  expect(connected?.text).toContain(`token=${config.authToken}`);
  await person.end();
});

test('a line that breaks posts the name and the metadata, in a workspace for health information too', async () => {
  await control.forget();
  const room = await control.createRoom({ hipaa: true });
  const person = await arrive();
  await person.actions.join({ ...(await configFor(room, 'patient')), metaData: 'room 7, knee', ...unheard });
  expect(person.state().room.isHipaaEnabled).toBe(true);
  await control.hangUp(room);
  await eventually(async () => (await control.inspect()).events > 0, 'an event is posted');
  const posted = (await control.entries()).filter(({ place }) => place === 'events').map(({ text }) => text);
  expect(posted.join('\n')).toContain('Zylphia Quonsett');
  expect(posted.join('\n')).toContain('room 7, knee');
  await person.until((state) => state.room.isConnected === true);
  await person.end();
});
