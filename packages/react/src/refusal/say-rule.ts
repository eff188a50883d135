import { en } from '../messages-catalogue/en.ts';
import type { Words } from '../messages-catalogue/create-words.ts';
import type { refusalWords } from './words.en.ts';

const isRuleKey = (key: string): key is keyof typeof refusalWords => Object.hasOwn(en.phrases, key);

/** Why a rule says no, in people's words. A rule we have no words for is told in general ones. */
export function sayRule({ say }: Words, ruleId: string): string {
  const key = `rule.${ruleId}`;
  return isRuleKey(key) ? say(key) : say('problem.refused');
}
