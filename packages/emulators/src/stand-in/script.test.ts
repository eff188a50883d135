import { expect, test } from 'vitest';
import { replaceTexts, Script, type RuleAction, type RuleHead } from './script.ts';

type Rule = RuleHead & (RuleAction | { readonly action: 'refuse'; readonly error: string });

test('a rule is used as often as it says, the oldest first', () => {
  const script = new Script<Rule, 'signal'>();
  script.add({ on: 'request', name: 'join_room', action: 'refuse', error: 'room_full', times: 1 });
  script.add({ on: 'request', name: 'join_room', action: 'drop', times: 2 });
  const next = () => script.match('request', 'join_room')?.action ?? null;
  expect([next(), next(), next(), next()]).toEqual(['refuse', 'drop', 'drop', null]);
});

test('a rule is for its own message in its own direction', () => {
  const script = new Script<Rule, 'signal'>();
  script.add({ on: 'event', name: 'chat_message', action: 'drop' });
  expect(script.match('request', 'chat_message')).toBeNull();
  expect(script.match('event', 'room_joined')).toBeNull();
  expect(script.match('event', 'chat_message')).not.toBeNull();
});

test('clearing it makes everything work again', () => {
  const script = new Script<Rule, 'signal'>();
  script.add({ on: 'rest', name: 'devices', action: 'drop' });
  script.setDown('signal', true);
  script.clear();
  expect(script.match('rest', 'devices')).toBeNull();
  expect(script.isDown('signal')).toBe(false);
});

test('a rule may be for one line', () => {
  const script = new Script<Rule, 'signal'>();
  script.add({ on: 'event', name: 'chat_message', action: 'drop', who: 'one' });
  expect(script.match('event', 'chat_message', 'other')).toBeNull();
  expect(script.match('event', 'chat_message', 'one')).not.toBeNull();
});

test('texts are replaced wherever they stand, and two can be exchanged', () => {
  const said = { senderId: 'one', text: 'to:other one (a+b)' };
  expect(replaceTexts(said, { one: 'other', other: 'one' })).toEqual({ senderId: 'other', text: 'to:one other (a+b)' });
  expect(replaceTexts(said, { '(a+b)': '$&' }).text).toBe('to:other one $&');
});
