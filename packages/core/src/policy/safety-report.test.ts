import { expect, test } from 'vitest';
import { inOrder } from '../../test/rule-cases.ts';
import type { Manifest } from '../contract/room-adapter.ts';
import { usHipaa } from './presets.ts';
import { createSafetyReport } from './safety-report.ts';

const manifest: Manifest = {
  sdk: null,
  verified: [{ what: 'Nobody enters without a pass.', check: 'entry.test.ts' }],
  unknown: ['Safari has not been run.'],
  enforcedBy: { admit: 'vendor', shareScreen: 'nobody' },
};
const attestation = { evidence: 'register, entry 12', on: '2031-02-03', expires: '2032-02-03' };
const report = (change: Partial<Parameters<typeof createSafetyReport>[0]> = {}) =>
  createSafetyReport({ ...inOrder, manifest, rules: [], today: '2031-06-01', ...change });

test('a report says of every row how it stands, and why one was loosened', () => {
  const { rules } = report({
    facts: { ...inOrder.facts, page: { secure: true, path: '/patients/Zylphia-Quonsett' } },
    policy: {
      ...inOrder.policy,
      loosened: { 'Q-NEUTRAL-PATH': 'the record system gives the addresses', 'Q-SECURE-PAGE': 'no' },
    },
  });
  expect(rules.find(({ ruleId }) => ruleId === 'Q-NEUTRAL-PATH')).toMatchObject({
    verdict: 'broken',
    loosened: 'the record system gives the addresses',
  });
  expect(rules.find(({ ruleId }) => ruleId === 'Q-SECURE-PAGE')).toMatchObject({ verdict: 'met', loosened: null });
});

test('a report says which attestations count, which have expired and which are missing', () => {
  const standings = (today: string) =>
    Object.fromEntries(
      report({
        today,
        policy: { ...usHipaa, attestations: { 'Q-VENDOR-AGREEMENT': attestation } },
      }).attestations.map(({ ruleId, standing }) => [ruleId, standing]),
    );
  expect(standings('2031-06-01')).toMatchObject({ 'Q-VENDOR-AGREEMENT': 'counts', 'B-23': 'missing' });
  expect(standings('2032-06-01')).toMatchObject({ 'Q-VENDOR-AGREEMENT': 'expired' });
  expect(report({ policy: { ...usHipaa, patients: 'synthetic' } }).attestations).toEqual([]);
});

test('a report says who refuses what, and that nobody does', () => {
  expect(report().refusedBy).toEqual([
    { action: 'admit', by: 'vendor' },
    { action: 'shareScreen', by: 'nobody' },
  ]);
});

test('a report holds no address, no id and nobody', () => {
  const facts = { ...inOrder.facts, page: { secure: true, path: '/patients/Zylphia-Quonsett' } };
  expect(JSON.stringify(report({ facts }))).not.toMatch(/Zylphia|patients\//);
});
