import { locks, standingRules } from '@quietroom/core/policy';
import { expect, it } from 'vitest';
import { createWords } from '../messages-catalogue/create-words.ts';
import { en } from '../messages-catalogue/en.ts';
import { sayRule } from './say-rule.ts';

const words = createWords(en);
const general = words.say('problem.refused');

it.each([...locks, ...standingRules].map(({ id }) => id))('has words of its own for rule %s', (id) => {
  expect(sayRule(words, id)).not.toBe(general);
});

it('has general words for a rule it does not know', () => {
  expect(sayRule(words, 'W9-99')).toBe(general);
  expect(sayRule(words, 'constructor')).toBe(general);
});
