import { describe, expect, it } from 'vitest';
import { attestationsAsked, checkAttestations } from './check-attestations.ts';
import type { Deployment } from './deployment.ts';

const now = Date.UTC(2031, 1, 3, 12);
const tools = { now: () => now, fetch, timeoutMilliseconds: 1 };
const deployment: Deployment = { provider: 'whereby', patients: 'real', recording: 'none' };
const entry = { evidence: 'register, entry 12', on: '2031-01-10', expires: '2031-07-01' };
const all = Object.fromEntries(attestationsAsked(deployment).map(({ ruleId }) => [ruleId, entry]));

const findings = async (attestations: unknown) =>
  (await checkAttestations.run({ ...deployment, attestations }, tools)).findings;

describe('what a clinic attests', () => {
  it('is asked by core’s own rules first, then by the checklist of the provider', () => {
    const ids = (change: Partial<Deployment>) =>
      attestationsAsked({ ...deployment, ...change }).map(({ ruleId }) => ruleId);
    expect(ids({})[0]).toBe('Q-VENDOR-AGREEMENT');
    expect(ids({ provider: 'local' })[0]).toBe('Q-RELAY-OPERATOR');
    expect(ids({})).toContain('W1-26');
    expect(ids({ provider: '100ms' })).not.toContain('W1-26');
    expect(ids({ provider: '100ms' })).not.toContain('H1-64');
    expect(ids({ provider: '100ms', recording: 'cloud' })).toContain('H1-64');
    expect(ids({ patients: 'synthetic' })).toEqual([]);
  });

  it('is fine with evidence, a date and an expiry', async () => {
    expect(await findings(all)).toEqual([]);
  });

  it.each([
    ['nothing', undefined, /has not been attested/],
    ['no evidence', { ...entry, evidence: ' ' }, /no evidence/],
    ['no date', { ...entry, on: undefined }, /no date/],
    ['a date of another country', { ...entry, on: '10/01/2031' }, /no date/],
    ['a day that does not exist', { ...entry, on: '2031-02-30' }, /no date/],
    ['a date to come', { ...entry, on: '2031-02-04' }, /in the future/],
    ['no expiry', { ...entry, expires: undefined }, /no expiry/],
    ['an expiry that has passed', { ...entry, expires: '2031-02-03' }, /expired on 2031-02-03/],
    ['an expiry too far away', { ...entry, expires: '2031-07-11' }, /longer than the 6 months/],
  ])('is broken with %s', async (_what, attestation, says) => {
    expect(await findings({ ...all, 'W1-26': attestation })).toMatchObject([
      { ruleId: 'W1-26', verdict: 'broken', says: expect.stringMatching(says) as string },
    ]);
  });

  it.each([undefined, null, [], 'attested'])('is unknown when the file is %j', async (attestations) => {
    expect(await findings(attestations)).toMatchObject([{ verdict: 'unknown' }]);
  });
});
