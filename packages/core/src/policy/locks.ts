import type { ConsentSubject } from '../messages/content.ts';
import type { Feature, LockRule, Verdict } from './rule.ts';

const verdict = (met: boolean): Verdict => (met ? 'met' : 'broken');

const hosting: readonly Feature[] = [
  'admit',
  'keepWaiting',
  'decline',
  'lock',
  'remove',
  'mute',
  'askToUnmute',
  'endForEveryone',
];
const sending: readonly Feature[] = ['publish', 'setMicrophone', 'setCamera', 'shareScreen'];
const capturing: readonly Feature[] = ['setRecording', 'setCaptions'];
const everything: readonly Feature[] = [
  ...hosting,
  ...sending,
  ...capturing,
  'selectDevice',
  'raiseHand',
  'knock',
  'cancelKnock',
  'sendMessage',
];
const subjectOf = (feature: Feature): ConsentSubject => (feature === 'setCaptions' ? 'captions' : 'recording');

/** The rows that lock features. The first that is not met, in this order, is the one a refusal names. */
export const locks: readonly LockRule[] = [
  {
    id: 'Q-SWITCHED-OFF',
    features: everything,
    lockedControl: 'explain',
    letsStop: true,
    check: (_facts, policy, feature) => verdict(!policy.off.includes(feature)),
    remedy: 'Ask the clinic, or change `off` in the policy.',
  },
  {
    id: 'W1-18',
    fixed: true,
    features: capturing,
    lockedControl: 'absent',
    letsStop: true,
    check: (_facts, policy, feature) =>
      verdict(feature === 'setCaptions' ? policy.captions : policy.recording !== 'none'),
    remedy: 'Set `recording` or `captions` in the policy.',
  },
  {
    id: 'Q-CAPABILITY',
    fixed: true,
    features: everything,
    lockedControl: 'absent',
    check: ({ capabilities }, _policy, feature) => verdict(feature === 'sendMessage' || capabilities.has(feature)),
    remedy: 'Use a provider that can.',
  },
  {
    id: 'Q-ROLE-CLINICIAN',
    fixed: true,
    features: [...hosting, ...capturing],
    lockedControl: 'absent',
    check: ({ self }) => verdict(self.role === 'clinician' && self.verified),
    remedy: 'Ask the clinician.',
  },
  {
    id: 'Q-ROLE-SHARE-SCREEN',
    features: ['shareScreen'],
    lockedControl: 'absent',
    letsStop: true,
    check: ({ self }) => verdict(self.role !== 'observer' && self.role !== 'interpreter'),
    remedy: 'Let the clinician or the patient share instead.',
  },
  {
    id: 'Q-ADMITTED',
    fixed: true,
    features: [...hosting, ...sending, ...capturing, 'raiseHand', 'sendMessage'],
    lockedControl: 'explain',
    check: ({ self, connected }) => verdict(connected && self.admission === 'admitted'),
    remedy: 'Wait until you have been admitted.',
  },
  {
    id: 'Q-TRIPWIRE',
    fixed: true,
    features: [...sending, ...capturing],
    lockedControl: 'explain',
    letsStop: true,
    check: ({ mediaStopped }) => verdict(!mediaStopped),
    remedy: 'See Visit safety for the reason.',
  },
  {
    id: 'Q-PAUSED',
    fixed: true,
    features: [...sending, ...capturing],
    lockedControl: 'explain',
    letsStop: true,
    check: ({ people }, { loosened }) => verdict(people.unexpected === 0 || 'Q-EXPECTED-PEOPLE' in loosened),
    remedy: 'Say that they are expected (`visit.expect`), or have the clinician remove them.',
  },
  {
    id: 'Q-DIRECT-MESSAGES',
    fixed: true,
    features: ['sendMessage'],
    lockedControl: 'absent',
    check: (_facts, policy) => verdict(policy.chat === 'direct'),
    remedy: 'Say it aloud, or ask the clinic.',
  },
  {
    id: 'Q-MESSAGE-IDENTITY',
    fixed: true,
    features: ['sendMessage'],
    lockedControl: 'explain',
    check: ({ self }) => verdict(self.verified),
    remedy: 'Give createVisit `pass` and `trust`.',
  },
  {
    id: 'H1-09',
    features: ['setRecording'],
    lockedControl: 'explain',
    letsStop: true,
    check: ({ attested }, policy) =>
      verdict(policy.patients === 'synthetic' || policy.recording !== 'cloud' || attested.has('H1-09')),
    remedy: 'Check the bucket with `quietroom doctor` and record it under `attestations`.',
  },
  {
    id: 'Q-CONSENT-FIRST',
    fixed: true,
    features: capturing,
    lockedControl: 'explain',
    letsStop: true,
    check: ({ consent }, _policy, feature) => verdict(consent[subjectOf(feature)] === 'complete'),
    remedy: 'Ask everybody for their consent first.',
  },
];
