import { describe, expect, test } from 'vitest';
import { inOrder } from '../../test/rule-cases.ts';
import { roles, type Role } from '../contract/identity.ts';
import { decide } from './decide.ts';
import type { Facts, Feature } from './rule.ts';

const { facts, policy } = inOrder;
const as = (self: Partial<Facts['self']>): Facts => ({ ...facts, self: { ...facts.self, ...self } });

const everybody: readonly Role[] = roles;
const clinician: readonly Role[] = ['clinician'];
/** Who may do what in a visit where everything is in order. */
const may: Readonly<Record<Feature, readonly Role[]>> = {
  publish: everybody,
  setMicrophone: everybody,
  setCamera: everybody,
  selectDevice: everybody,
  shareScreen: ['clinician', 'patient', 'family'],
  raiseHand: everybody,
  knock: everybody,
  cancelKnock: everybody,
  admit: clinician,
  keepWaiting: clinician,
  decline: clinician,
  lock: clinician,
  remove: clinician,
  mute: clinician,
  askToUnmute: clinician,
  setRecording: clinician,
  setCaptions: clinician,
  endForEveryone: clinician,
  sendMessage: everybody,
};
const cells = (Object.keys(may) as Feature[]).flatMap((feature) => roles.map((role) => [role, feature] as const));

describe('who may do what', () => {
  test.each(cells)('%s: %s', (role, feature) => {
    expect(decide(policy, as({ role }), feature).allowed).toBe(may[feature].includes(role));
  });

  test('a clinician whose pass is not verified may host nothing', () => {
    for (const feature of (Object.keys(may) as Feature[]).filter((name) => may[name] === clinician))
      expect(decide(policy, as({ verified: false }), feature)).toMatchObject({ ruleId: 'Q-ROLE-CLINICIAN' });
  });

  test('nobody sends anything before being admitted', () => {
    for (const feature of ['publish', 'setMicrophone', 'setCamera', 'shareScreen', 'sendMessage'] satisfies Feature[])
      expect(decide(policy, as({ admission: 'knocking' }), feature)).toMatchObject({ ruleId: 'Q-ADMITTED' });
  });

  test('what the adapter cannot do is absent, what the clinic switched off is explained', () => {
    const incapable = { ...facts, capabilities: new Set<never>() };
    expect(decide(policy, incapable, 'raiseHand')).toMatchObject({ ruleId: 'Q-CAPABILITY', control: 'absent' });
    expect(decide({ ...policy, off: ['raiseHand'] }, facts, 'raiseHand')).toMatchObject({
      ruleId: 'Q-SWITCHED-OFF',
      control: 'explain',
    });
  });

  test('loosening who is expected lets sound and picture go on beside them', () => {
    const stranger = { ...facts, people: { unexpected: 1, recorders: 0 } };
    const loosened = { 'Q-EXPECTED-PEOPLE': 'group visits are run by the clinic elsewhere' };
    expect(decide(policy, stranger, 'setCamera').allowed).toBe(false);
    expect(decide({ ...policy, loosened }, stranger, 'setCamera').allowed).toBe(true);
  });
});
