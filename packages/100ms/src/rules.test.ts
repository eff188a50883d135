import type { Facts, Policy } from '@quietroom/core';
import { expect, it } from 'vitest';
import type { HmsFacts } from './facts.ts';
import { rules } from './rules.ts';

const verdicts = (facts: Partial<HmsFacts> | null, patients: Policy['patients'] = 'real') =>
  Object.fromEntries(
    rules.map((rule) => [
      rule.id,
      rule.check({ room: facts === null ? {} : { of: { '100ms': facts } } } as Facts, { patients } as Policy),
    ]),
  );

const good: HmsFacts = { healthWorkspace: true, mayStream: false, otherRecording: false };

it('holds real patients in a workspace for health information, where nobody may stream and nothing else records', () => {
  expect(verdicts(good)).toEqual({ 'H1-35': 'met', 'H1-45': 'met', 'H1-46': 'met' });
  expect(verdicts({ ...good, healthWorkspace: false })['H1-35']).toBe('broken');
  expect(verdicts({ ...good, mayStream: true })['H1-45']).toBe('broken');
  expect(verdicts({ ...good, otherRecording: true })['H1-46']).toBe('broken');
});

it('takes nothing unknown for met', () => {
  expect(verdicts(null)).toEqual({ 'H1-35': 'unknown', 'H1-45': 'unknown', 'H1-46': 'unknown' });
});

it('asks no workspace of invented patients', () => {
  expect(verdicts({ ...good, healthWorkspace: false }, 'synthetic')).toMatchObject({ 'H1-35': 'met', 'H1-45': 'met' });
});
