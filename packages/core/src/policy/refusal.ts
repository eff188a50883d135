import type { Decision, Feature } from './rule.ts';

/** The policy's no to a command: which rule, and what would change it. Nothing was asked of the room. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly feature: Feature | 'testConnection';
  /** The rule that says no. */
  readonly ruleId: string;
  /** What would change the answer. */
  readonly remedy: string;

  constructor(feature: Feature | 'testConnection', decision: Extract<Decision, { allowed: false }>) {
    super(`${feature} is refused by rule ${decision.ruleId}. ${decision.remedy}`);
    this.feature = feature;
    this.ruleId = decision.ruleId;
    this.remedy = decision.remedy;
  }
}
