import { arrive, eventually } from '@quietroom/emulators/100ms/bare-client';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { come, configFor, control, redirect, staysOpen, unheard } from './page.ts';

beforeAll(redirect);
afterEach(() => control.clearScript());

test('a second join resolves at once, though nobody has joined yet', async () => {
  const room = await control.createRoom();
  const person = await arrive();
  const config = { ...(await configFor(room, 'patient')), ...unheard };
  const first = person.actions.join(config);
  await person.actions.join(config);
  expect(person.state().room.isConnected).toBeFalsy();
  await first;
  expect(person.state().room.isConnected).toBe(true);
  await person.end();
});

test('join, leave, join, as React’s strict mode does it: nobody is in the room, and the second join says it is done', async () => {
  const room = await control.createRoom();
  const person = await arrive();
  const config = { ...(await configFor(room, 'patient')), ...unheard };
  // It may stay open for ever: leaving ends its sending in the middle.
  person.actions.join(config).catch(() => undefined);
  const left = person.actions.leave();
  await person.actions.join(config);
  await left;
  expect(person.state().room.roomState).toBe('Disconnected');
  await eventually(async () => (await control.inspect(room)).peers.length === 0, 'nobody is in the room');
});

test.each(['unreachable', 'not found'])(
  'joining when the first request is %s never ends, and leaving neither',
  async (how) => {
    const room = await control.createRoom();
    const person = await arrive();
    if (how === 'unreachable') await control.setDown('init', true);
    else await control.addRule({ on: 'http', name: 'init', action: 'refuse', code: 404 });
    const joining = person.actions.join({ ...(await configFor(room, 'patient')), ...unheard });
    expect(await staysOpen(joining)).toBe(true);
    expect(await staysOpen(person.actions.leave())).toBe(true);
  },
);

test('a recording that can never start is asked for three times, for seconds, before the no is told', async () => {
  await control.forget();
  const person = await come();
  const started = performance.now();
  await expect(person.actions.startRTMPOrRecording({ record: true })).rejects.toMatchObject({
    code: 500,
    description: 'hipaa enabled: recording config is not provided',
  });
  expect(performance.now() - started).toBeGreaterThan(4_000);
  const asked = (await control.entries({ way: 'in' })).filter(({ name }) => name === 'rtmp-start');
  expect(asked).toHaveLength(3);
  await person.end();
});
