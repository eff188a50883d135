import { demonstration, type Attestation, type Policy } from '@quietroom/core';

/** What the clinic says of the bucket its recordings go to. Invented, as everything here: nothing is recorded. */
export const storageAttested: Attestation = {
  evidence: 'The stand-in for the vendor keeps nothing, and there is no bucket.',
  on: '2026-01-05',
  expires: '2100-01-01',
};

const recorded: Policy = {
  ...demonstration,
  recording: 'cloud',
  keepsDays: 10,
  attestations: { 'H1-09': storageAttested },
};

/** The clinic's written policy. It records only where it says so, and then only with everybody's consent. */
export const policyFor = (recording: boolean): Policy => (recording ? recorded : demonstration);
