import type { LaterWords, Words } from '../messages-catalogue/create-words.ts';
import { sayRule } from './say-rule.ts';
import { standingRuleWords } from './standing-words.en.ts';

const isStandingKey = (key: string): key is keyof typeof standingRuleWords => Object.hasOwn(standingRuleWords, key);

/** Why a rule about the whole visit is not met, in people's words. */
export function sayStandingRule(words: Words, { say }: LaterWords, ruleId: string): string {
  const key = `rule.${ruleId}`;
  return isStandingKey(key) ? say(key) : sayRule(words, ruleId);
}
