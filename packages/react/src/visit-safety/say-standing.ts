import type { RuleStanding } from '@quietroom/core/policy';
import type { LaterWords } from '../messages-catalogue/create-words.ts';
import type { visitSafetyWords } from './words.en.ts';

type MetKey = Extract<keyof typeof visitSafetyWords, `safety.met.${string}`>;

const met: Readonly<Record<string, MetKey>> = {
  'Q-SECURE-PAGE': 'safety.met.Q-SECURE-PAGE',
  'Q-NEUTRAL-PATH': 'safety.met.Q-NEUTRAL-PATH',
  'Q-PASSES': 'safety.met.Q-PASSES',
  'Q-NO-STREAMING': 'safety.met.Q-NO-STREAMING',
  'Q-NO-UNCONSENTED-RECORDING': 'safety.met.Q-NO-UNCONSENTED-RECORDING',
  'Q-NO-UNCONSENTED-CAPTIONS': 'safety.met.Q-NO-UNCONSENTED-CAPTIONS',
  'Q-EXPECTED-PEOPLE': 'safety.met.Q-EXPECTED-PEOPLE',
  'W1-04': 'safety.met.W1-04',
  'W2-04': 'safety.met.W2-04',
  'H1-35': 'safety.met.H1-35',
  'H1-45': 'safety.met.H1-45',
  'H1-46': 'safety.met.H1-46',
};

/**
 * What a rule that is met means for the people in the visit, or null where it says nothing about this visit: an
 * agreement that nobody needs is no reassurance.
 */
export const sayMet = ({ say }: LaterWords, { ruleId }: RuleStanding): string | null => {
  const key = met[ruleId];
  return key === undefined ? null : say(key);
};
