import { expect, test } from 'vitest';
import { attestedOn } from './attested.ts';

const attestation = { evidence: 'register, entry 12', on: '2031-02-03', expires: '2032-02-03' };

test('an attestation counts from its day until it expires', () => {
  const on = (today: string) => [...attestedOn({ 'Q-VENDOR-AGREEMENT': attestation }, today)];
  expect(on('2031-02-02')).toEqual([]);
  expect(on('2031-02-03')).toEqual(['Q-VENDOR-AGREEMENT']);
  expect(on('2032-02-02')).toEqual(['Q-VENDOR-AGREEMENT']);
  expect(on('2032-02-03')).toEqual([]);
});

test.each([
  ['no evidence', { ...attestation, evidence: ' ' }],
  ['no day', { ...attestation, on: 'last week' }],
  ['no expiry', { ...attestation, expires: 'never' }],
])('an attestation with %s does not count', (_what, broken) => {
  expect([...attestedOn({ 'Q-VENDOR-AGREEMENT': broken }, '2031-03-01')]).toEqual([]);
});
