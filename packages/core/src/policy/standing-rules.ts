import { looksPersonal, revealsProgramme } from './personal-path.ts';
import type { ConsentFact, StandingRule, Verdict } from './rule.ts';

const verdict = (met: boolean): Verdict => (met ? 'met' : 'broken');
const unlessUnknown = (value: boolean | 'unknown', met: boolean): Verdict =>
  value === 'unknown' ? 'unknown' : verdict(met);

/** Somebody who has just withdrawn: it is being stopped, and who would lose everything is told in two seconds. */
const allowsCapture = (consent: ConsentFact): boolean => consent === 'complete' || consent === 'withdrawing';

/** The rows about the whole visit, for every provider. Adapters add those that only their own facts can show. */
export const standingRules: readonly StandingRule[] = [
  {
    id: 'Q-SECURE-PAGE',
    stage: 'page',
    effect: 'refuse-join',
    fixed: true,
    check: ({ page }) => verdict(page.secure),
  },
  {
    id: 'Q-NEUTRAL-PATH',
    stage: 'page',
    effect: 'warn',
    check: ({ page }) => verdict(!looksPersonal(page.path)),
  },
  {
    id: 'Q-KNOWN-IDENTIFIERS',
    stage: 'page',
    effect: 'refuse-join',
    fixed: true,
    check: ({ identifiers }) => (identifiers === 'unknown' ? 'unknown' : verdict(!identifiers.includes('known'))),
  },
  {
    id: 'Q-NEUTRAL-REFERENCE',
    stage: 'page',
    effect: 'refuse-join',
    check: ({ identifiers }) =>
      identifiers === 'unknown' ? 'unknown' : verdict(identifiers.every((kind) => kind === 'known')),
  },
  {
    id: 'Q-PART2-PATH',
    stage: 'page',
    effect: 'refuse-join',
    check: ({ page }, { programme }) => verdict(programme === 'general' || !revealsProgramme(page.path)),
  },
  {
    id: 'Q-PART2-CAPTURE',
    stage: 'page',
    effect: 'refuse-join',
    check: (_facts, { programme, recording, captions }) =>
      verdict(programme === 'general' || (recording === 'none' && !captions)),
  },
  {
    id: 'B-05',
    stage: 'page',
    effect: 'refuse-join',
    check: ({ operatedBy, eligibilityRead }, { patients }) =>
      verdict(patients === 'synthetic' || operatedBy === 'host' || eligibilityRead),
  },
  {
    id: 'Q-VENDOR-AGREEMENT',
    stage: 'page',
    effect: 'attest',
    check: ({ operatedBy, attested }, { patients }) =>
      verdict(patients === 'synthetic' || operatedBy === 'host' || attested.has('Q-VENDOR-AGREEMENT')),
  },
  {
    id: 'Q-RELAY-OPERATOR',
    stage: 'page',
    effect: 'attest',
    check: ({ operatedBy, attested }, { patients }) =>
      verdict(patients === 'synthetic' || operatedBy === 'vendor' || attested.has('Q-RELAY-OPERATOR')),
  },
  {
    id: 'Q-PASSES',
    stage: 'page',
    effect: 'warn',
    check: ({ trusted }) => verdict(trusted),
  },
  {
    id: 'Q-NO-STREAMING',
    stage: 'live',
    effect: 'stop-media',
    fixed: true,
    check: ({ room }) => unlessUnknown(room.streaming, room.streaming === false),
  },
  {
    id: 'Q-NO-UNCONSENTED-RECORDING',
    stage: 'live',
    effect: 'stop-media',
    fixed: true,
    check: ({ room, people, consent }) =>
      allowsCapture(consent.recording)
        ? 'met'
        : unlessUnknown(room.recording, room.recording === false && people.recorders === 0),
  },
  {
    id: 'Q-NO-UNCONSENTED-CAPTIONS',
    stage: 'live',
    effect: 'stop-media',
    fixed: true,
    check: ({ room, consent }) =>
      allowsCapture(consent.captions) ? 'met' : unlessUnknown(room.captions, room.captions === false),
  },
  {
    id: 'Q-EXPECTED-PEOPLE',
    stage: 'live',
    effect: 'pause-media',
    check: ({ people }) => verdict(people.unexpected === 0),
  },
];
