export { attestables, attestationsWanted, type Attestable, type Attesting } from './attestables.ts';
export { attestedOn } from './attested.ts';
export { decide } from './decide.ts';
export { evaluate, refusesJoin } from './evaluate.ts';
export { locks } from './locks.ts';
export { lockTexts, ruleTexts, textOfRule } from './rule-texts.ts';
export {
  createSafetyReport,
  type AttestationStanding,
  type RuleStanding,
  type SafetyReport,
  type SafetySources,
} from './safety-report.ts';
export { standingRules } from './standing-rules.ts';
export type {
  AdapterRule,
  Attestation,
  Facts,
  Finding,
  LockRule,
  Policy,
  Rule,
  RuleText,
  StandingRule,
} from './rule.ts';
