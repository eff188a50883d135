import { createHmac } from 'node:crypto';
import { expect, it } from 'vitest';
import { createManualClock } from '../../test/manual-clock.ts';
import { createTurnDesk } from './turn-desk.ts';

const clock = createManualClock(1_800_000_000_000);
const environment = { clock, crypto };
const urls = ['stun:turn.clinic.example:3478', 'turn:turn.clinic.example:3478'];
const secret = 'synthetic-secret';

it('makes what coturn checks: a time, a random id, and their HMAC-SHA-1 under the shared secret', async () => {
  const desk = createTurnDesk({ urls, secret, lifetime: 900, environment });
  const [stun, turn] = await desk.issue();
  expect(stun).toEqual({ urls: ['stun:turn.clinic.example:3478'] });
  expect(turn?.urls).toEqual(['turn:turn.clinic.example:3478']);
  expect(turn?.username).toMatch(/^1800000900:[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
  const expected = createHmac('sha1', secret).update(String(turn?.username)).digest('base64');
  expect(turn?.credential).toBe(expected);
});

it('gives nobody the credentials of another', async () => {
  const desk = createTurnDesk({ urls, secret, environment });
  const [one, other] = await Promise.all([desk.issue(), desk.issue()]);
  expect(one[1]?.username).not.toBe(other[1]?.username);
});

it.each([
  ['no TURN address', { urls: ['stun:turn.clinic.example'], secret }, /no TURN addresses/],
  ['an address of something else', { urls: [...urls, 'https://turn.clinic.example'], secret }, /no TURN addresses/],
  ['no secret', { urls, secret: '' }, /without a secret/],
  ['a lifetime that is no number', { urls, secret, lifetime: Number.NaN }, /less than 600 seconds/],
  ['too short a lifetime', { urls, secret, lifetime: 60 }, /less than 600 seconds/],
])('refuses %s', (_, options, words) => {
  expect(() => createTurnDesk(options)).toThrow(words);
});
