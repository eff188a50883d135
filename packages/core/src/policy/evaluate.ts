import { isLoosened } from './decide.ts';
import { standingRules } from './standing-rules.ts';
import type { Facts, Finding, Policy, Stage, StandingRule } from './rule.ts';

/**
 * The rows of the given stages that are not met and not loosened. Pure. Rows that lock a feature are asked by
 * {@link decide}.
 * @param added the rows that the adapter brings.
 */
export const evaluate = (
  policy: Policy,
  facts: Facts,
  stages: readonly Stage[],
  added: readonly StandingRule[] = [],
): readonly Finding[] => {
  const findings: Finding[] = [];
  for (const rule of [...standingRules, ...added]) {
    if (!stages.includes(rule.stage)) continue;
    const verdict = rule.check(facts, policy);
    if (verdict === 'met' || isLoosened(policy, rule)) continue;
    findings.push({ ruleId: rule.id, verdict, effect: rule.effect });
  }
  return findings;
};

/** Whether a finding keeps this page out of the visit. A missing attestation does; a warning does not. */
export const refusesJoin = (found: Finding): boolean => found.effect === 'refuse-join' || found.effect === 'attest';

/** Whether a finding of a quiet connection keeps this page from going on. Somebody unexpected is asked about inside. */
export const keepsOut = ({ effect }: Finding): boolean => effect !== 'warn' && effect !== 'pause-media';
