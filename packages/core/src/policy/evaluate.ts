import type { Decision, Facts, Feature, Finding, Policy, Rule, Stage } from './rule.ts';
import { rules } from './rules.ts';

const finding = (rule: Rule, facts: Facts, policy: Policy): Finding | null => {
  const verdict = rule.check(facts, { policy });
  if (verdict === 'met' || rule.id in policy.loosened) return null;
  return { ruleId: rule.id, verdict, effect: rule.effect, says: rule.says, remedy: rule.remedy };
};

/** The rules of the given stages that are not met. Pure. Rules that only lock a feature are asked by {@link decide}. */
export const evaluate = (policy: Policy, facts: Facts, stages: readonly Stage[]): readonly Finding[] =>
  rules
    .filter((rule) => stages.includes(rule.stage) && rule.effect !== 'lock-feature')
    .map((rule) => finding(rule, facts, policy))
    .filter((found) => found !== null);

/** Whether a finding keeps this page out of the visit. A missing attestation does; a warning does not. */
export const refusesJoin = (found: Finding): boolean => found.effect === 'refuse-join' || found.effect === 'attest';

/** What the policy says about one feature. Pure. Unknown is never taken as met. */
export const decide = (policy: Policy, facts: Facts, feature: Feature): Decision => {
  for (const rule of rules) {
    if (rule.effect !== 'lock-feature' || rule.features?.includes(feature) !== true || rule.id in policy.loosened) continue;
    if (rule.check(facts, { policy, feature }) === 'met') continue;
    return {
      allowed: false,
      ruleId: rule.id,
      says: rule.says,
      remedy: rule.remedy,
      control: rule.lockedControl ?? 'explain',
    };
  }
  return { allowed: true };
};
