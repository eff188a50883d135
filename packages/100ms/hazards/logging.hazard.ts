import { arrive, loadBareClient } from '@quietroom/emulators/100ms/bare-client';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { come, configFor, control, overhear, redirect, unheard } from './page.ts';

beforeAll(redirect);

let stop: (() => void) | null = null;
afterEach(() => {
  stop?.();
});

test('as it comes, the SDK writes the token, the session descriptions and every message to the console', async () => {
  const console_ = overhear();
  ({ stop } = console_);
  const room = await control.createRoom();
  const { HMSLogLevel, HMSReactiveStore } = await loadBareClient();
  const store = new HMSReactiveStore();
  const config = await configFor(room, 'clinician');
  await store.getActions().join({ ...config, ...unheard });
  const patient = await come({ room, role: 'patient' });
  // The second store was told to be silent, and with it the first: the level is the page's.
  expect(console_.text()).toContain(config.authToken);
  expect(console_.text()).toContain('a=fingerprint:');
  expect(console_.text()).toContain('Zylphia Quonsett');
  store.getActions().setLogLevel(HMSLogLevel.VERBOSE);
  await patient.actions.sendDirectMessage('since Tuesday it hurts', store.getStore().getState().room.localPeer);
  await patient.until(() => console_.text().includes('since Tuesday it hurts'));
  store.getActions().setLogLevel(HMSLogLevel.NONE);
  await patient.end();
  await store.getActions().leave();
});

test('told to write nothing, it still writes how long a message took', async () => {
  const one = await come();
  const other = await come({ room: one.room, role: 'patient' });
  const console_ = overhear();
  ({ stop } = console_);
  await one.actions.sendDirectMessage('since Tuesday it hurts', other.peer());
  await other.until((state) => state.messages.allIDs.length === 1);
  expect(console_.text()).toContain('timed-');
  expect(console_.text()).not.toContain('since Tuesday');
  await one.end();
  await other.end();
});

test('a join that fails writes the token as an error', async () => {
  const console_ = overhear();
  ({ stop } = console_);
  const person = await arrive();
  person.actions.setLogLevel((await loadBareClient()).HMSLogLevel.ERROR);
  const config = await configFor(await control.createRoom(), 'patient');
  await control.addRule({ on: 'http', name: 'init', action: 'refuse', code: 403, times: 1 });
  await expect(person.actions.join(config)).rejects.toBeDefined();
  expect(console_.text()).toContain(config.authToken);
  await arrive();
});
