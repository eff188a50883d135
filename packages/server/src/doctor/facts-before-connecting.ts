import type { Facts } from '@quietroom/core';

/** The facts of a page before it connects, with nothing attested: what core's page rules are asked with. */
export const factsBeforeConnecting = (provider: string): Facts => ({
  page: { secure: true, path: '/' },
  provider,
  identifiers: 'unknown',
  operatedBy: provider === 'local' ? 'host' : 'vendor',
  eligibilityRead: true,
  capabilities: new Set(),
  self: { role: 'clinician', verified: false, admission: 'outside' },
  trusted: true,
  connected: false,
  room: { locked: 'unknown', recording: 'unknown', captions: 'unknown', streaming: 'unknown' },
  people: { unexpected: 0, recorders: 0 },
  consent: { recording: 'none', captions: 'none' },
  mediaStopped: false,
  attested: new Set(),
});
