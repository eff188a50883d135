import { describe, expect, it } from 'vitest';
import { checkSdks, isAtLeast } from './check-sdks.ts';

describe('an installed SDK', () => {
  it.each([
    ['1.20.3', '1.20.3', true],
    ['1.21.0', '1.20.3', true],
    ['2.0.0', '1.20.3', true],
    ['1.9.14', '1.20.3', false],
    ['0.15.0', '1.0.0', false],
    ['1.20.3-beta.1', '1.20.3', null],
    ['latest', '1.20.3', null],
  ])('of version %s, when %s was verified, is enough: %s', (version, minimum, enough) => {
    expect(isAtLeast(version, minimum)).toBe(enough);
  });

  it.each([
    [{ version: null, minimum: '1.0.0' }],
    [{ version: '1.0.0', minimum: null }],
    [{ version: 'zylphia', minimum: '1.0.0' }],
  ])('that cannot be judged is unknown: %j', async (sdk) => {
    const deployment = {
      provider: 'whereby',
      patients: 'real',
      recording: 'none',
      sdks: [{ name: 'sdk', ...sdk }],
    } as const;
    const result = await checkSdks.run(deployment, { now: Date.now, fetch, timeoutMilliseconds: 1 });
    expect(result.findings).toMatchObject([{ ruleId: 'Q-SDK-VERSION', verdict: 'unknown' }]);
    expect(JSON.stringify(result)).not.toContain('zylphia');
  });
});
