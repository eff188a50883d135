import { describe, expect, test } from 'vitest';
import { brokenCases, inOrder, situationOf } from '../../test/rule-cases.ts';
import { decide } from './decide.ts';
import { evaluate } from './evaluate.ts';
import { locks } from './locks.ts';
import { lockTexts, ruleTexts } from './rule-texts.ts';
import type { Feature, Policy, Stage } from './rule.ts';
import { standingRules } from './standing-rules.ts';

const stages: readonly Stage[] = ['page', 'connected', 'live'];
const standing = ({ facts, policy }: typeof inOrder) => evaluate(policy, facts, stages);
const features = [...new Set(locks.flatMap((row) => row.features))];

describe('the rule table', () => {
  test('has every row once, with its words and its source', () => {
    const ids = [...locks, ...standingRules].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { says } of [...Object.values(lockTexts), ...Object.values(ruleTexts)]) expect(says).toMatch(/\.$/);
    for (const { remedy } of [...locks, ...Object.values(ruleTexts)]) expect(remedy).toMatch(/\.$/);
    expect(Object.keys(ruleTexts).toSorted()).toEqual(standingRules.map(({ id }) => id).toSorted());
    expect(Object.keys(lockTexts).toSorted()).toEqual(locks.map(({ id }) => id).toSorted());
  });

  test('has nothing against a visit where everything is in order', () => {
    expect(standing(inOrder)).toEqual([]);
    for (const feature of features)
      expect(decide(inOrder.policy, inOrder.facts, feature), feature).toEqual({ allowed: true });
  });

  test('has a case that breaks every row', () => {
    expect([...new Set(brokenCases.map(({ row }) => row))].toSorted()).toEqual(
      [...locks, ...standingRules].map(({ id }) => id).toSorted(),
    );
  });
});

describe('a row about the whole visit', () => {
  const cases = brokenCases.filter(({ feature }) => feature === undefined);

  test.each(cases)('$row is not met when $when', (broken) => {
    const row = standingRules.find(({ id }) => id === broken.row);
    expect(standing(situationOf(broken))).toEqual([
      { ruleId: broken.row, verdict: broken.verdict ?? 'broken', effect: row?.effect },
    ]);
  });

  test.each(cases)('$row, loosened with a reason, counts only where it is not fixed ($when)', (broken) => {
    const { facts, policy } = situationOf(broken);
    const loosened: Policy = { ...policy, loosened: { [broken.row]: 'reviewed elsewhere' } };
    const fixed = standingRules.find(({ id }) => id === broken.row)?.fixed === true;
    expect(evaluate(loosened, facts, stages).map(({ ruleId }) => ruleId)).toEqual(fixed ? [broken.row] : []);
  });
});

describe('a row that locks', () => {
  const cases = brokenCases.flatMap((broken) =>
    broken.feature === undefined ? [] : [{ ...broken, feature: broken.feature }],
  );

  test.each(cases)('$row refuses $feature when $when', (broken) => {
    const { facts, policy } = situationOf(broken);
    expect(decide(policy, facts, broken.feature)).toMatchObject({ allowed: false, ruleId: broken.row });
  });

  test.each(cases)('$row, loosened with a reason, lets $feature pass only where it is not fixed ($when)', (broken) => {
    const { facts, policy } = situationOf(broken);
    const loosened: Policy = { ...policy, loosened: { [broken.row]: 'reviewed elsewhere' } };
    const fixed = locks.find(({ id }) => id === broken.row)?.fixed === true;
    expect(decide(loosened, facts, broken.feature).allowed).toBe(!fixed);
  });

  test('refuses nothing it does not name', () => {
    for (const broken of cases) {
      const { facts, policy } = situationOf(broken);
      const named = locks.find(({ id }) => id === broken.row)?.features ?? [];
      for (const feature of features) {
        const answer = decide(policy, facts, feature);
        if (!answer.allowed && answer.ruleId === broken.row) expect(named).toContain(feature);
      }
    }
  });

  test.each(['setMicrophone', 'setCamera', 'shareScreen', 'setRecording', 'setCaptions'] satisfies Feature[])(
    'lets %s be stopped by whoever may no longer start it',
    (feature) => {
      const { facts, policy } = inOrder;
      const stopped = { ...facts, mediaStopped: true, consent: { recording: 'none', captions: 'none' } as const };
      expect(decide(policy, stopped, feature).allowed).toBe(false);
      expect(decide(policy, stopped, feature, true)).toEqual({ allowed: true });
    },
  );

  test('keeps who may not stop it from stopping it', () => {
    const { facts, policy } = inOrder;
    const patient: typeof facts = { ...facts, self: { ...facts.self, role: 'patient' } };
    expect(decide(policy, patient, 'setRecording', true)).toMatchObject({ ruleId: 'Q-ROLE-CLINICIAN' });
  });
});
