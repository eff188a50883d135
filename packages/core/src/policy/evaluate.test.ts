import { describe, expect, test } from 'vitest';
import { roles, type Role } from '../contract/identity.ts';
import type { RoomActionType } from '../contract/room-action.ts';
import { decide, evaluate } from './evaluate.ts';
import { looksPersonal } from './personal-path.ts';
import { demonstration, usHipaa } from './presets.ts';
import type { Facts, Feature } from './rule.ts';
import { rules } from './rules.ts';

const actions: readonly RoomActionType[] = [
  'publish',
  'setMicrophone',
  'setCamera',
  'selectDevice',
  'shareScreen',
  'raiseHand',
  'knock',
  'cancelKnock',
  'admit',
  'keepWaiting',
  'decline',
  'lock',
  'remove',
  'mute',
  'askToUnmute',
  'setRecording',
  'setCaptions',
  'endForEveryone',
];

const facts = (change: Partial<Facts> = {}, self: Partial<Facts['self']> = {}): Facts => ({
  page: { secure: true, path: '/visit' },
  provider: 'local',
  capabilities: new Set(actions),
  self: { role: 'clinician', verified: true, admission: 'admitted', ...self },
  connected: true,
  room: { locked: true, recording: false, captions: false, streaming: false },
  mediaStopped: false,
  attested: new Set(),
  ...change,
});

describe('the rule table', () => {
  test('has one row per id, and each row says what would change its answer', () => {
    expect(new Set(rules.map((rule) => rule.id)).size).toBe(rules.length);
    for (const rule of rules) {
      expect(rule.says).not.toBe('');
      expect(rule.remedy).not.toBe('');
      expect(rule.source).not.toBe('');
    }
  });

  test('unknown is never taken as met', () => {
    const unknown = facts({ room: { locked: 'unknown', recording: 'unknown', captions: 'unknown', streaming: 'unknown' } });
    expect(evaluate(demonstration, unknown, ['live']).map((found) => found.ruleId)).toEqual([
      'Q-NO-STREAMING',
      'Q-NO-UNCONSENTED-RECORDING',
    ]);
  });

  test('real patients need attestations, on the local provider too', () => {
    expect(evaluate(usHipaa, facts(), ['page']).map((found) => found.ruleId)).toEqual(['Q-RELAY-OPERATOR']);
    expect(evaluate(usHipaa, facts({ attested: new Set(['Q-RELAY-OPERATOR']) }), ['page'])).toEqual([]);
    expect(evaluate(demonstration, facts(), ['page'])).toEqual([]);
  });

  test('a loosened rule no longer decides', () => {
    const policy = { ...usHipaa, loosened: { 'Q-RELAY-OPERATOR': 'reviewed elsewhere' } };
    expect(evaluate(policy, facts(), ['page'])).toEqual([]);
  });
});

describe('who may do what', () => {
  const hosting: readonly Feature[] = ['admit', 'keepWaiting', 'decline', 'lock', 'remove', 'mute', 'askToUnmute', 'endForEveryone'];
  test.each(roles.flatMap((role) => hosting.map((feature) => [role, feature] as const)))('%s: %s', (role: Role, feature) => {
    expect(decide(demonstration, facts({}, { role }), feature).allowed).toBe(role === 'clinician');
  });

  test('a clinician whose pass is not verified may host nothing', () => {
    for (const feature of hosting) {
      expect(decide(demonstration, facts({}, { verified: false }), feature)).toMatchObject({ ruleId: 'Q-ROLE-CLINICIAN' });
    }
  });

  test('nobody sends anything before being admitted', () => {
    for (const feature of ['publish', 'setMicrophone', 'setCamera', 'shareScreen', 'sendMessage'] satisfies Feature[]) {
      expect(decide(demonstration, facts({}, { admission: 'knocking' }), feature)).toMatchObject({ ruleId: 'Q-ADMITTED' });
    }
  });

  test('what the adapter cannot do is absent, what the clinic switched off is explained', () => {
    expect(decide(demonstration, facts({ capabilities: new Set() }), 'raiseHand')).toMatchObject({
      ruleId: 'Q-CAPABILITY',
      control: 'absent',
    });
    expect(decide({ ...demonstration, off: ['raiseHand'] }, facts(), 'raiseHand')).toMatchObject({
      ruleId: 'Q-SWITCHED-OFF',
      control: 'explain',
    });
  });

  test('recording waits for a consent nobody can give yet', () => {
    expect(decide(demonstration, facts(), 'setRecording')).toMatchObject({ ruleId: 'Q-CONSENT-FIRST' });
  });
});

describe('a page path', () => {
  test.each(['/', '/visit', '/visit/5f0c2a4e-9f0a-4c0e-8a86-0d4cf1d3f9aa', '/index.html'])('%s is neutral', (path) => {
    expect(looksPersonal(path)).toBe(false);
  });
  test.each(['/patients/Zylphia-Quonsett', '/visit/84003177', '/visit/1931-03-02', '/zylphia.quonsett'])('%s may name somebody', (path) => {
    expect(looksPersonal(path)).toBe(true);
  });
});

describe('a Whereby room', () => {
  const room = { locked: true, recording: false, captions: false, streaming: false, mediaServer: false } as const;
  const found = (change: Partial<Facts['room']>, provider = 'whereby') =>
    evaluate(demonstration, facts({ provider, room: { ...room, ...change } }), ['live']).map(
      ({ ruleId, effect }) => `${ruleId} ${effect}`,
    );

  test('that is locked and goes from browser to browser has nothing against it', () => {
    expect(found({})).toEqual([]);
  });

  test.each([false, 'unknown'] as const)('whose lock is %s stops the media', (locked) => {
    expect(found({ locked })).toEqual(['W1-04 stop-media']);
    expect(found({ locked }, 'local')).toEqual([]);
  });

  test('with a media server is warned of', () => {
    expect(found({ mediaServer: true })).toEqual(['W2-04 warn']);
  });
});
