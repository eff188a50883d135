import { PolicyError, type PolicyProblem } from './policy-error.ts';
import type { Policy } from './rule.ts';

const problemOf = ({ recording, transcription, summaries, loosened }: Policy): PolicyProblem | null => {
  if (transcription && recording !== 'cloud') return 'transcription-without-recording';
  if (summaries && !transcription) return 'summaries-without-transcription';
  if (Object.values(loosened).some((reason) => reason.trim() === '')) return 'loosened-without-reason';
  return null;
};

/** Refuses a policy that contradicts itself. `createVisit` asks this first. @throws PolicyError */
export const checkPolicy = (policy: Policy): void => {
  const problem = problemOf(policy);
  if (problem !== null) throw new PolicyError(policy.name, problem);
};

/**
 * A policy with some rules loosened, each with the reason in writing, which Visit safety shows:
 * `loosen(usHipaa, { 'Q-NEUTRAL-PATH': 'the record system gives the addresses' })`. Rows that are fixed stay as they are.
 * @throws PolicyError when a reason is missing
 */
export const loosen = (policy: Policy, reasons: Readonly<Record<string, string>>): Policy => {
  const loosened = { ...policy, loosened: { ...policy.loosened, ...reasons } };
  checkPolicy(loosened);
  return loosened;
};
