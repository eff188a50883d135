import { describe, expect, test } from 'vitest';
import { checkPolicy, loosen } from './check-policy.ts';
import { PolicyError } from './policy-error.ts';
import { demonstration, usHipaa, usPart2 } from './presets.ts';
import type { Policy } from './rule.ts';

describe('a policy', () => {
  test.each([demonstration, usHipaa, usPart2])('$name does not contradict itself', (preset) => {
    checkPolicy(preset);
    expect(preset).toMatchObject({
      recording: 'none',
      transcription: false,
      summaries: false,
      captions: false,
      loosened: {},
    });
  });

  test.each<[string, Partial<Policy>]>([
    ['transcription-without-recording', { transcription: true }],
    ['transcription-without-recording', { transcription: true, recording: 'local' }],
    ['summaries-without-transcription', { summaries: true, recording: 'cloud' }],
    ['loosened-without-reason', { loosened: { 'Q-NEUTRAL-PATH': ' ' } }],
  ])('with %s is refused', (problem, change) => {
    const refuse = () => {
      checkPolicy({ ...usHipaa, ...change });
    };
    expect(refuse).toThrow(PolicyError);
    expect(refuse).toThrow(expect.objectContaining({ problem, message: expect.stringContaining('usHipaa') as string }));
  });

  test('with everything that a summary needs is taken', () => {
    checkPolicy({ ...usHipaa, recording: 'cloud', transcription: true, summaries: true });
  });

  test('is loosened rule by rule, with the reason kept and the preset unchanged', () => {
    const first = loosen(usHipaa, { 'Q-NEUTRAL-PATH': 'the record system gives the addresses' });
    const second = loosen(first, { 'Q-PASSES': 'passes come with the next release' });
    expect(Object.keys(second.loosened)).toEqual(['Q-NEUTRAL-PATH', 'Q-PASSES']);
    expect(usHipaa.loosened).toEqual({});
    expect(() => loosen(usHipaa, { 'Q-PASSES': '' })).toThrow(PolicyError);
  });
});
