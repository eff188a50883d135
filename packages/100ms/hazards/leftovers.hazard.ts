import { arrive, eventually } from '@quietroom/emulators/100ms/bare-client';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { come, configFor, control, redirect, unheard } from './page.ts';

beforeAll(redirect);
afterEach(async () => {
  await control.clearScript();
  localStorage.clear();
});

const kept = () => localStorage.getItem('client-events') ?? '';

test('where events do not get through, the browser keeps the name, the metadata and the whole token', async () => {
  await control.setDown('events', true);
  const room = await control.createRoom();
  const config = { ...(await configFor(room, 'patient')), metaData: 'room 7, knee', ...unheard };
  const person = await arrive();
  await person.actions.join(config);
  await control.hangUp(room);
  await eventually(() => kept() !== '', 'an event is kept');
  await person.until((state) => state.room.isConnected === true);
  await person.end();
  expect(kept()).toContain(config.authToken);
  expect(kept()).toContain('Zylphia Quonsett');
  expect(kept()).toContain('room 7, knee');
});

test('what is kept is sent by the next person on this computer', async () => {
  await control.setDown('events', true);
  const room = await control.createRoom();
  const person = await arrive();
  await person.actions.join({ ...(await configFor(room, 'patient')), ...unheard });
  await control.hangUp(room);
  await eventually(() => kept() !== '', 'an event is kept');
  await person.until((state) => state.room.isConnected === true);
  await person.end();

  await control.setDown('events', false);
  await control.forget();
  const next = await come({ userName: 'Patient C3C3' });
  await eventually(async () => (await control.inspect()).events > 0, 'events are sent');
  const sent = (await control.entries()).filter(({ place }) => place === 'events');
  expect(sent.some(({ text }) => text.includes('Zylphia Quonsett'))).toBe(true);
  await next.end();
});

test('an id of this browser stays for all visits', async () => {
  const first = await come();
  await first.end();
  const id = localStorage.getItem('hms-analytics-deviceId');
  expect(id).toMatch(/[0-9a-f-]{36}/);
  const second = await come();
  await second.end();
  expect(localStorage.getItem('hms-analytics-deviceId')).toBe(id);
});
