import { locks } from '../src/policy/locks.ts';
import { usHipaa } from '../src/policy/presets.ts';
import type { Facts, Feature, Policy } from '../src/policy/rule.ts';

/** What a person in a locked, quiet room is allowed, so that every row is met. */
export interface Situation {
  readonly facts: Facts;
  readonly policy: Policy;
}

/** Everything a room can be asked for: what the table has a row about. */
const actions = new Set(locks.flatMap(({ features }) => features).filter((feature) => feature !== 'sendMessage'));

/** A clinician with real patients, at a vendor, with everything in order: every row of the table is met. */
export const inOrder: Situation = {
  facts: {
    page: { secure: true, path: '/visit' },
    provider: 'scripted',
    identifiers: [],
    operatedBy: 'vendor',
    eligibilityRead: true,
    capabilities: actions,
    self: { role: 'clinician', verified: true, admission: 'admitted' },
    trusted: true,
    connected: true,
    room: { locked: true, recording: false, captions: false, streaming: false },
    people: { unexpected: 0, recorders: 0 },
    consent: { recording: 'complete', captions: 'complete' },
    mediaStopped: false,
    attested: new Set(['Q-VENDOR-AGREEMENT', 'H1-09']),
  },
  policy: { ...usHipaa, recording: 'cloud', captions: true, keepsDays: 30 },
};

/** The least that must change for one row no longer to be met. */
export interface BrokenCase {
  readonly row: string;
  /** What has happened. */
  readonly when: string;
  readonly facts?: Partial<Facts>;
  readonly policy?: Partial<Policy>;
  /** The feature asked for, for rows that lock one. */
  readonly feature?: Feature;
  readonly verdict?: 'unknown';
}

const { facts, policy } = inOrder;
const nobodyAgreed = { recording: 'none', captions: 'none' } as const;

/** One case at least for every row of the table; the tests see each of them fail. */
export const brokenCases: readonly BrokenCase[] = [
  { row: 'Q-SECURE-PAGE', when: 'the page came over plain http', facts: { page: { secure: false, path: '/visit' } } },
  {
    row: 'Q-NEUTRAL-PATH',
    when: 'the path has a name',
    facts: { page: { secure: true, path: '/patients/Zylphia-Quonsett' } },
  },
  {
    row: 'Q-KNOWN-IDENTIFIERS',
    when: 'the host knows what is in the room’s reference',
    facts: { identifiers: ['known'] },
  },
  { row: 'Q-NEUTRAL-REFERENCE', when: 'the room’s reference holds a date', facts: { identifiers: ['date'] } },
  {
    row: 'Q-PART2-PATH',
    when: 'the path names the programme',
    facts: { page: { secure: true, path: '/methadone/visit' } },
    policy: { programme: 'part2', recording: 'none', captions: false },
  },
  { row: 'Q-PART2-CAPTURE', when: 'a Part 2 programme records', policy: { programme: 'part2', captions: false } },
  {
    row: 'Q-PART2-CAPTURE',
    when: 'a Part 2 programme captions',
    policy: { programme: 'part2', recording: 'none' },
  },
  { row: 'B-05', when: 'nobody has looked whether the provider may', facts: { eligibilityRead: false } },
  { row: 'Q-VENDOR-AGREEMENT', when: 'no agreement is recorded', facts: { attested: new Set(['H1-09']) } },
  { row: 'Q-RELAY-OPERATOR', when: 'the host runs the relay and nobody answers for it', facts: { operatedBy: 'host' } },
  { row: 'Q-PASSES', when: 'there are no keys to check passes with', facts: { trusted: false } },
  { row: 'Q-NO-STREAMING', when: 'a streamer appears', facts: { room: { ...facts.room, streaming: true } } },
  {
    row: 'Q-NO-STREAMING',
    when: 'nobody knows of a stream',
    facts: { room: { ...facts.room, streaming: 'unknown' } },
    verdict: 'unknown',
  },
  {
    row: 'Q-NO-UNCONSENTED-RECORDING',
    when: 'the room records and nobody was asked',
    facts: { room: { ...facts.room, recording: true }, consent: { ...facts.consent, recording: 'none' } },
  },
  {
    row: 'Q-NO-UNCONSENTED-RECORDING',
    when: 'a recorder is there before everybody has agreed',
    facts: { people: { unexpected: 0, recorders: 1 }, consent: { ...facts.consent, recording: 'incomplete' } },
  },
  {
    row: 'Q-NO-UNCONSENTED-RECORDING',
    when: 'nobody knows of a recording',
    facts: { room: { ...facts.room, recording: 'unknown' }, consent: nobodyAgreed },
    verdict: 'unknown',
  },
  {
    row: 'Q-NO-UNCONSENTED-CAPTIONS',
    when: 'somebody’s service listens and nobody was asked',
    facts: { room: { ...facts.room, captions: true }, consent: { ...facts.consent, captions: 'none' } },
  },
  {
    row: 'Q-NO-UNCONSENTED-CAPTIONS',
    when: 'nobody knows whether a service listens',
    facts: { room: { ...facts.room, captions: 'unknown' }, consent: nobodyAgreed },
    verdict: 'unknown',
  },
  {
    row: 'Q-EXPECTED-PEOPLE',
    when: 'somebody is there whom nobody vouches for',
    facts: { people: { unexpected: 1, recorders: 0 } },
  },
  {
    row: 'Q-SWITCHED-OFF',
    when: 'the clinic switched it off',
    policy: { off: ['shareScreen'] },
    feature: 'shareScreen',
  },
  { row: 'W1-18', when: 'the policy has no recording', policy: { recording: 'none' }, feature: 'setRecording' },
  { row: 'W1-18', when: 'the policy has no captions', policy: { captions: false }, feature: 'setCaptions' },
  {
    row: 'Q-CAPABILITY',
    when: 'the adapter does not say that it can',
    facts: { capabilities: new Set() },
    feature: 'raiseHand',
  },
  {
    row: 'Q-ROLE-CLINICIAN',
    when: 'a patient asks',
    facts: { self: { ...facts.self, role: 'patient' } },
    feature: 'admit',
  },
  {
    row: 'Q-ROLE-CLINICIAN',
    when: 'a clinician has no valid pass',
    facts: { self: { ...facts.self, verified: false } },
    feature: 'endForEveryone',
  },
  {
    row: 'Q-ROLE-SHARE-SCREEN',
    when: 'an interpreter asks',
    facts: { self: { ...facts.self, role: 'interpreter' } },
    feature: 'shareScreen',
  },
  {
    row: 'Q-ADMITTED',
    when: 'they still knock',
    facts: { self: { ...facts.self, admission: 'knocking' } },
    feature: 'setCamera',
  },
  { row: 'Q-ADMITTED', when: 'the line is gone', facts: { connected: false }, feature: 'publish' },
  {
    row: 'Q-TRIPWIRE',
    when: 'a live rule has stopped the media',
    facts: { mediaStopped: true },
    feature: 'setMicrophone',
  },
  {
    row: 'Q-PAUSED',
    when: 'somebody unexpected is there',
    facts: { people: { unexpected: 1, recorders: 0 } },
    feature: 'setCamera',
  },
  { row: 'Q-DIRECT-MESSAGES', when: 'chat is off', policy: { chat: 'off' }, feature: 'sendMessage' },
  {
    row: 'Q-MESSAGE-IDENTITY',
    when: 'this page has no pass',
    facts: { self: { ...facts.self, verified: false } },
    feature: 'sendMessage',
  },
  {
    row: 'H1-09',
    when: 'nobody has attested the bucket',
    facts: { attested: new Set(['Q-VENDOR-AGREEMENT']) },
    feature: 'setRecording',
  },
  {
    row: 'Q-CONSENT-FIRST',
    when: 'one person has not agreed to the recording',
    facts: { consent: { ...facts.consent, recording: 'incomplete' } },
    feature: 'setRecording',
  },
  {
    row: 'Q-CONSENT-FIRST',
    when: 'nobody was asked about captions',
    facts: { consent: { ...facts.consent, captions: 'none' } },
    feature: 'setCaptions',
  },
];

/** The situation of a case. */
export const situationOf = (broken: BrokenCase): Situation => ({
  facts: { ...facts, ...broken.facts },
  policy: { ...policy, ...broken.policy },
});
