import { locks } from './locks.ts';
import type { Decision, Facts, Feature, LockRule, Policy } from './rule.ts';

const allowed: Decision = { allowed: true };

/** Whether the policy has loosened this row. A fixed row stays, whatever the policy says. */
export const isLoosened = (policy: Policy, { id, fixed }: { readonly id: string; readonly fixed?: true }): boolean =>
  fixed !== true && Object.hasOwn(policy.loosened, id);

/**
 * What the policy says about one feature. Pure. Unknown is never taken as met.
 * @param stopping whether it is to be stopped: what may not be started may always be stopped.
 */
export const decide = (policy: Policy, facts: Facts, feature: Feature, stopping = false): Decision => {
  const isLocking = (rule: LockRule): boolean =>
    rule.features.includes(feature) &&
    !(stopping && rule.letsStop === true) &&
    !isLoosened(policy, rule) &&
    rule.check(facts, policy, feature) !== 'met';
  const rule = locks.find(isLocking);
  if (rule === undefined) return allowed;
  return { allowed: false, ruleId: rule.id, remedy: rule.remedy, control: rule.lockedControl };
};
