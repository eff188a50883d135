import type { Policy } from './rule.ts';

/** For demos, tests and Storybook: invented people only, and a permanent banner that says so. */
export const demonstration: Policy = {
  name: 'demonstration',
  patients: 'synthetic',
  chat: 'direct',
  off: [],
  loosened: {},
  attestations: {},
};

/** For visits with real patients in the United States. Refuses to join until its attestations are recorded. */
export const usHipaa: Policy = { ...demonstration, name: 'usHipaa', patients: 'real' };
