import { demonstration, type Facts, type RoomFacts } from '@quietroom/core';
import { evaluate } from '@quietroom/core/policy';
import { describe, expect, test } from 'vitest';
import { rules } from './rules.ts';

const quiet: RoomFacts = { locked: true, recording: false, captions: false, streaming: false, mediaServer: false };
const facts = (room: Partial<RoomFacts>): Facts => ({
  page: { secure: true, path: '/visit' },
  provider: 'whereby',
  identifiers: [],
  operatedBy: 'vendor',
  eligibilityRead: true,
  capabilities: new Set(),
  self: { role: 'clinician', verified: true, admission: 'admitted' },
  trusted: true,
  connected: true,
  room: { ...quiet, ...room },
  people: { unexpected: 0, recorders: 0 },
  consent: { recording: 'none', captions: 'none' },
  mediaStopped: false,
  attested: new Set(),
});
const found = (room: Partial<RoomFacts>) =>
  evaluate(demonstration, facts(room), ['page', 'connected', 'live'], rules).map(
    ({ ruleId, effect }) => `${ruleId} ${effect}`,
  );

describe('a Whereby room', () => {
  test('that is locked and goes from browser to browser has nothing against it', () => {
    expect(found({})).toEqual([]);
  });

  test.each([false, 'unknown'] as const)('whose lock is %s stops the media', (locked) => {
    expect(found({ locked })).toEqual(['W1-04 stop-media']);
  });

  test.each([true, 'unknown'] as const)('with a media server: %s is warned of', (mediaServer) => {
    expect(found({ mediaServer })).toEqual(['W2-04 warn']);
  });

  test('of which nobody says where its media pass is warned of', () => {
    const { mediaServer: _left, ...rest } = quiet;
    expect(evaluate(demonstration, { ...facts({}), room: rest }, ['live'], rules)).toMatchObject([{ ruleId: 'W2-04' }]);
  });
});
