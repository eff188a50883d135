import type { HMSActions } from '@100mslive/hms-video-store';
import { Refusal } from '@quietroom/core';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { guardActions } from './guard-actions.ts';
import { vendorActions } from './vendor-actions.ts';

const require = createRequire(import.meta.url);
const declared = readFileSync(join(dirname(require.resolve('@100mslive/hms-video-store')), 'IHMSActions.d.ts'), 'utf8');
/** Every name in the vendor's own declaration of its actions, read without the compiler. */
const names = [...new Set([...declared.matchAll(/^ {4}(\w+)[(:]/gm)].map(([, name = '']) => name))];

const record = () => {
  const calls: string[] = [];
  const actions = Object.fromEntries(
    [...names, 'setFrameworkInfo', 'somethingNew'].map((name) => [
      name,
      () => {
        calls.push(name);
        return Promise.resolve();
      },
    ]),
  );
  return { calls, actions: actions as Partial<HMSActions> as HMSActions };
};

describe('the vendor’s actions', () => {
  it('are all classified', () => {
    expect(names.length).toBeGreaterThan(70);
    expect(Object.keys(vendorActions).sort()).toEqual([...names].sort());
  });

  it('pass where they read or concern one tile, and throw the gate’s refusal everywhere else', () => {
    const { calls, actions } = record();
    const guarded = guardActions(actions);
    for (const [name, kind] of Object.entries(vendorActions)) {
      const act = () => {
        (Reflect.get(guarded, name) as () => void)();
      };
      if (kind === 'passes') expect(act, name).not.toThrow();
      else expect(act, name).toThrow(Refusal);
    }
    expect(calls.sort()).toEqual(
      Object.keys(vendorActions)
        .filter((name) => vendorActions[name as keyof HMSActions] === 'passes')
        .sort(),
    );
  });

  it('are refused when a later version brings new ones, and cannot be replaced', () => {
    const { calls, actions } = record();
    const guarded = guardActions(actions);
    expect(() => {
      (Reflect.get(guarded, 'somethingNew') as () => void)();
    }).toThrow(Refusal);
    expect(() => {
      guarded.sendBroadcastMessage = () => Promise.resolve();
    }).toThrow(Refusal);
    expect(() => Reflect.get(guarded.interactivityCenter, 'createPoll') as unknown).toThrow(Refusal);
    expect(() => Reflect.get(guarded.sessionStore, 'set') as unknown).toThrow(Refusal);
    (Reflect.get(guarded, 'setFrameworkInfo') as () => void)();
    expect(calls).toEqual([]);
  });
});
