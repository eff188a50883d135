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
  demonstration,
  'hipaa-attested': { ...usHipaa, attestations },
  'hipaa-unattested': usHipaa,
  'part2-attested': { ...usPart2, attestations },
  'recording-allowed': {
    ...demonstration,
    recording: 'cloud',
    transcription: true,
    summaries: true,
    captions: true,
    keepsDays: 30,
  },
  'much-off': { ...demonstration, chat: 'off', off: ['shareScreen', 'raiseHand'] },
};
