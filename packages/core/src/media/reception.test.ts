import { expect, it } from 'vitest';
import { countReception, rateReception, ReceptionRating, type ReceptionCounters } from './reception.ts';

const before: ReceptionCounters = { received: 1000, lost: 10, freezes: 2, roundTrip: 0.05 };

it('adds up what arrived on every line, and takes the round trip of the path in use', () => {
  const report = new Map<string, unknown>([
    ['a', { type: 'inbound-rtp', packetsReceived: 40, packetsLost: 1 }],
    ['b', { type: 'inbound-rtp', packetsReceived: 60, packetsLost: 2, freezeCount: 1 }],
    ['c', { type: 'candidate-pair', nominated: true, currentRoundTripTime: 0.2 }],
    ['d', { type: 'candidate-pair', nominated: false, currentRoundTripTime: 3 }],
    ['e', { type: 'outbound-rtp', packetsSent: 900 }],
  ]);
  expect(countReception(report)).toEqual({ received: 100, lost: 3, freezes: 1, roundTrip: 0.2 });
});

it('is good while little is lost', () => {
  expect(rateReception(before, { ...before, received: 1098, lost: 12 })).toBe('good');
});

it.each<[string, Partial<ReceptionCounters>]>([
  ['more than one packet in twenty is lost', { received: 1090, lost: 20 }],
  ['the picture froze', { received: 1100, freezes: 3 }],
  ['people would talk over each other', { received: 1100, roundTrip: 0.9 }],
])('is poor when %s', (_why, change) => {
  expect(rateReception(before, { ...before, ...change })).toBe('poor');
});

it('judges only since the last time', () => {
  expect(rateReception(null, { received: 100, lost: 50, freezes: 0, roundTrip: 0 })).toBe('poor');
  const after: ReceptionCounters = { received: 200, lost: 50, freezes: 0, roundTrip: 0 };
  expect(rateReception({ received: 100, lost: 50, freezes: 0, roundTrip: 0 }, after)).toBe('good');
});

it('begins anew with a new connection', () => {
  expect(rateReception(before, { received: 50, lost: 0, freezes: 0, roundTrip: 0.05 })).toBe('good');
});

it('says nothing bad of a line that carries nothing', () => {
  expect(rateReception(before, before)).toBe('good');
});

it('is poor after two bad moments in a row, and good after one that was not', () => {
  const rating = new ReceptionRating();
  const losing = (round: number): ReceptionCounters => ({ ...before, received: 1000 * round, lost: 500 * round });
  rating.take(losing(1));
  expect(rating.rating).toBe('good');
  rating.take(losing(2));
  expect(rating.rating).toBe('poor');
  rating.take({ ...losing(2), received: 3000 });
  expect(rating.rating).toBe('good');
});
