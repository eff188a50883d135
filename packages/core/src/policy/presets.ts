import type { Policy } from './rule.ts';

/** For demos, tests and Storybook: invented people only, and a permanent banner that says so. */
export const demonstration: Policy = {
  name: 'demonstration',
  patients: 'synthetic',
  programme: 'general',
  chat: 'direct',
  recording: 'none',
  transcription: false,
  summaries: false,
  captions: false,
  keepsDays: null,
  off: [],
  loosened: {},
  attestations: {},
};

/** For visits with real patients in the United States. Refuses to join until its attestations are recorded. */
export const usHipaa: Policy = { ...demonstration, name: 'usHipaa', patients: 'real' };

/**
 * Like {@link usHipaa}, for programmes under 42 CFR Part 2, whose very name tells what somebody is treated for: no
 * recording and no captions, and no word in the page's path that only such a programme would have.
 */
export const usPart2: Policy = { ...usHipaa, name: 'usPart2', programme: 'part2' };
