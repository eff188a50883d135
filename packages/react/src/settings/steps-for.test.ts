import { expect, it } from 'vitest';
import { english } from '../messages-catalogue/english.ts';
import { stepsFor } from './steps-for.ts';
import type { ThisBrowser } from './this-browser.ts';

const told = (cause: 'denied' | 'blocked' | 'busy', name: ThisBrowser['name'], system: ThisBrowser['system']) =>
  stepsFor(cause, { name, system, version: 1 }).map((step) => (english as Readonly<Record<string, unknown>>)[step]);

it('steps for a permission are those of the browser and the device', () => {
  expect(told('denied', 'firefox', 'linux')[1]).toBe('Press the cross beside “Blocked”.');
  expect(told('denied', 'safari', 'mac')[0]).toMatch(/Settings for This Website/);
  expect(told('denied', 'safari', 'ios')[0]).toMatch(/Website Settings/);
  expect(told('denied', 'chromium', 'ios')[0]).toMatch(/Settings of this device/);
  expect(told('denied', 'chromium', 'android')[0]).toMatch(/Permissions/);
});

it('steps for a system’s privacy settings are those of the system', () => {
  expect(told('blocked', 'chromium', 'windows')[0]).toMatch(/Windows settings/);
  expect(told('blocked', 'firefox', 'mac')[0]).toMatch(/System Settings/);
  expect(told('blocked', 'chromium', 'linux')[0]).toMatch(/privacy settings/);
});

it('whatever the browser, they end with how to go on', () => {
  for (const name of ['chromium', 'firefox', 'safari', 'other'] as const)
    for (const system of ['windows', 'mac', 'linux', 'android', 'ios', 'other'] as const)
      for (const cause of ['denied', 'blocked', 'busy'] as const)
        expect(told(cause, name, system).at(-1)).toMatch(/“Try again”/);
});
