import type { Facts } from '@quietroom/core';

/** The facts of a page before it connects, with nothing attested: what core's page rules are asked with. */
export const factsBeforeConnecting = (provider: string): Facts => ({
  page: { secure: true, path: '/' },
  provider,
  capabilities: new Set(),
  self: { role: 'clinician', verified: false, admission: 'outside' },
  connected: false,
  room: { locked: 'unknown', recording: 'unknown', captions: 'unknown', streaming: 'unknown' },
  mediaStopped: false,
  attested: new Set(),
});
