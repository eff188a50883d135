import { locks, standingRules } from '@quietroom/core/policy';
import { expect, it } from 'vitest';
import { createLaterWords, createWords } from '../messages-catalogue/create-words.ts';
import { en } from '../messages-catalogue/en.ts';
import { laterEnglish } from '../messages-catalogue/later-english.ts';
import { sayRule } from './say-rule.ts';
import { sayStandingRule } from './say-standing-rule.ts';

const words = createWords(en);
const later = createLaterWords(words, laterEnglish);
const general = words.say('problem.refused');

it.each(locks.map(({ id }) => id))('has words of its own for a control that rule %s locks', (id) => {
  expect(sayRule(words, id)).not.toBe(general);
});

it.each(standingRules.filter(({ effect }) => effect === 'stop-media').map(({ id }) => id))(
  'has the words at hand when rule %s stops sound and picture',
  (id) => {
    expect(sayRule(words, id)).not.toBe(general);
  },
);

it.each(standingRules.map(({ id }) => id))('has words of its own for rule %s about the whole visit', (id) => {
  expect(sayStandingRule(words, later, id)).not.toBe(general);
});

it('has general words for a rule it does not know', () => {
  for (const id of ['W9-99', 'constructor']) {
    expect(sayRule(words, id)).toBe(general);
    expect(sayStandingRule(words, later, id)).toBe(general);
  }
});
