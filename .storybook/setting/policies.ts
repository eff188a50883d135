import { demonstration, usHipaa, usPart2, type Attestation, type Policy } from '@quietroom/core';

const evidence: Attestation = {
  evidence: 'invented, for Storybook',
  on: `${new Date().getUTCFullYear() - 1}-12-01`,
  expires: `${new Date().getUTCFullYear() + 1}-12-01`,
};
const attestations = Object.fromEntries(
  ['Q-VENDOR-AGREEMENT', 'Q-RELAY-OPERATOR', 'H1-09', 'B-23', 'B-24'].map((ruleId) => [ruleId, evidence]),
);

/** The policies of the toolbar, by what it calls them. */
export const policies: Readonly<Record<string, Policy>> = {
  Demonstration: demonstration,
  'US, HIPAA, attested': { ...usHipaa, attestations },
  'US, HIPAA, nothing attested': usHipaa,
  'US, Part 2, attested': { ...usPart2, attestations },
  'Recording and captions allowed': {
    ...demonstration,
    recording: 'cloud',
    transcription: true,
    summaries: true,
    captions: true,
    keepsDays: 30,
  },
  'Chat, sharing and hands off': { ...demonstration, chat: 'off', off: ['shareScreen', 'raiseHand'] },
};
