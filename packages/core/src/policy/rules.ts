import { looksPersonal } from './personal-path.ts';
import type { Feature, Rule, Verdict } from './rule.ts';

const verdict = (met: boolean): Verdict => (met ? 'met' : 'broken');
const unlessUnknown = (value: boolean | 'unknown', wanted: boolean): Verdict =>
  value === 'unknown' ? 'unknown' : verdict(value === wanted);

const hosting: readonly Feature[] = ['admit', 'keepWaiting', 'decline', 'lock', 'remove', 'mute', 'askToUnmute', 'endForEveryone'];
const sending: readonly Feature[] = ['publish', 'setMicrophone', 'setCamera', 'shareScreen'];
const everything: readonly Feature[] = [
  ...hosting,
  ...sending,
  'selectDevice',
  'raiseHand',
  'knock',
  'cancelKnock',
  'setRecording',
  'setCaptions',
  'sendMessage',
];

/**
 * The one table that decides everything. A rule that is not met, or not known to be met, has its effect; the first
 * broken row in this order is the one a refusal names.
 */
export const rules: readonly Rule[] = [
  {
    id: 'Q-SECURE-PAGE',
    source: 'W3C Secure Contexts; OWASP ASVS 5.0 V12',
    stage: 'page',
    effect: 'refuse-join',
    check: ({ page }) => verdict(page.secure),
    says: 'A visit needs a secure page.',
    remedy: 'Serve the page over HTTPS, or from localhost while developing.',
  },
  {
    id: 'Q-NEUTRAL-PATH',
    source: 'OWASP ASVS 5.0 14.2.1; vendor telemetry reads the page path',
    stage: 'page',
    effect: 'warn',
    check: ({ page }) => verdict(!looksPersonal(page.path)),
    says: 'The path of this page may hold something personal.',
    remedy: 'Use a neutral route such as /visit/<uuid>.',
  },
  {
    id: 'Q-VENDOR-AGREEMENT',
    source: '45 CFR 164.502(e), 164.504(e): a business associate agreement before a vendor handles patients’ information',
    stage: 'page',
    effect: 'attest',
    check: ({ provider, attested }, { policy }) =>
      verdict(policy.patients === 'synthetic' || provider === 'local' || attested.has('Q-VENDOR-AGREEMENT')),
    says: 'Real patients need a signed agreement with the video vendor.',
    remedy: 'Sign it and record it under `attestations` in the policy, or use synthetic patients.',
  },
  {
    id: 'Q-RELAY-OPERATOR',
    source: '45 CFR 164.308(a)(8): the operator of a system evaluates its safeguards',
    stage: 'page',
    effect: 'attest',
    check: ({ provider, attested }, { policy }) =>
      verdict(policy.patients === 'synthetic' || provider !== 'local' || attested.has('Q-RELAY-OPERATOR')),
    says: 'Real patients need somebody who answers for the relay and its server.',
    remedy: 'Record who operates and reviews it under `attestations` in the policy, or use synthetic patients.',
  },
  {
    id: 'W1-04',
    source: 'Whereby HIPAA page, “Creating rooms” 1: create the room with isLocked:true',
    stage: 'live',
    effect: 'stop-media',
    // Elsewhere “locked” means that nobody may even ask; there the waiting room does not depend on it.
    check: ({ provider, room }) => (provider === 'whereby' ? unlessUnknown(room.locked, true) : 'met'),
    says: 'The room is, or may be, unlocked: whoever has its address walks in.',
    remedy: 'Create rooms with isLocked:true; a clinician who joins locks them.',
  },
  {
    id: 'W2-04',
    source: 'Whereby HIPAA page and client: only “normal” rooms go from browser to browser',
    stage: 'live',
    effect: 'warn',
    check: ({ provider, room }) =>
      provider === 'whereby' ? unlessUnknown(room.mediaServer ?? 'unknown', false) : 'met',
    says: 'Picture and sound pass, or may pass, through a server of the vendor that can see them.',
    remedy: 'Create rooms with roomMode “normal”, and see that the agreement with the vendor covers its servers.',
  },
  {
    id: 'Q-NO-STREAMING',
    source: 'Whereby and 100ms HIPAA pages: live streaming must be off',
    stage: 'live',
    effect: 'stop-media',
    check: ({ room }) => unlessUnknown(room.streaming, false),
    says: 'The room is, or may be, streaming to the outside.',
    remedy: 'Stop the stream at the vendor; the visit cannot go on beside one.',
  },
  {
    id: 'Q-NO-UNCONSENTED-RECORDING',
    source: 'Whereby and 100ms HIPAA pages; state recording-consent laws',
    stage: 'live',
    effect: 'stop-media',
    check: ({ room }) => unlessUnknown(room.recording, false),
    says: 'The room is, or may be, recorded without everybody’s consent.',
    remedy: 'Stop the recording at the vendor.',
  },
  {
    id: 'Q-SWITCHED-OFF',
    source: 'The policy of this clinic',
    stage: 'live',
    effect: 'lock-feature',
    features: everything,
    lockedControl: 'explain',
    check: (_facts, { policy, feature }) => verdict(feature === undefined || !policy.off.includes(feature)),
    says: 'The clinic has switched this off.',
    remedy: 'Ask the clinic, or change `off` in the policy.',
  },
  {
    id: 'Q-CAPABILITY',
    source: 'The adapter’s capabilities; unknown means no',
    stage: 'live',
    effect: 'lock-feature',
    features: everything,
    lockedControl: 'absent',
    check: ({ capabilities }, { feature }) =>
      verdict(feature === undefined || feature === 'sendMessage' || capabilities.has(feature)),
    says: 'This provider cannot do that.',
    remedy: 'Use a provider that can.',
  },
  {
    id: 'Q-ROLE-CLINICIAN',
    source: 'NHS and HHS telehealth guidance: the clinician decides who is in the visit',
    stage: 'live',
    effect: 'lock-feature',
    features: [...hosting, 'setRecording', 'setCaptions'],
    lockedControl: 'absent',
    check: ({ self }) => verdict(self.role === 'clinician' && self.verified),
    says: 'Only a clinician with a valid visit pass may do this.',
    remedy: 'Ask the clinician.',
  },
  {
    id: 'Q-ROLE-SHARE-SCREEN',
    source: 'Least privilege: 45 CFR 164.502(b)',
    stage: 'live',
    effect: 'lock-feature',
    features: ['shareScreen'],
    lockedControl: 'absent',
    check: ({ self }) => verdict(self.role !== 'observer' && self.role !== 'interpreter'),
    says: 'Observers and interpreters do not share their screen.',
    remedy: 'Let the clinician or the patient share instead.',
  },
  {
    id: 'Q-ADMITTED',
    source: 'Whereby and 100ms HIPAA pages: a waiting room before every visit',
    stage: 'live',
    effect: 'lock-feature',
    features: [...hosting, ...sending, 'raiseHand', 'sendMessage', 'setRecording', 'setCaptions'],
    lockedControl: 'explain',
    check: ({ self, connected }) => verdict(connected && self.admission === 'admitted'),
    says: 'This works only inside the visit.',
    remedy: 'Wait until you have been admitted.',
  },
  {
    id: 'Q-TRIPWIRE',
    source: 'Media that a live rule stopped stays stopped',
    stage: 'live',
    effect: 'lock-feature',
    features: sending,
    lockedControl: 'explain',
    check: ({ mediaStopped }) => verdict(!mediaStopped),
    says: 'Sound and picture were stopped to protect the people in this visit.',
    remedy: 'See Visit safety for the reason.',
  },
  {
    id: 'Q-DIRECT-MESSAGES',
    source: 'The policy’s `chat`',
    stage: 'live',
    effect: 'lock-feature',
    features: ['sendMessage'],
    lockedControl: 'explain',
    check: (_facts, { policy }) => verdict(policy.chat === 'direct'),
    says: 'Messages are switched off for this visit.',
    remedy: 'Say it aloud, or ask the clinic.',
  },
  {
    id: 'Q-MESSAGE-IDENTITY',
    source: 'OWASP ASVS 5.0 V6; a message is sealed with the key the visit pass names',
    stage: 'live',
    effect: 'lock-feature',
    features: ['sendMessage'],
    lockedControl: 'explain',
    check: ({ self }) => verdict(self.verified),
    says: 'Messages need a visit pass from the clinic’s server.',
    remedy: 'Give createVisit `pass` and `trust`.',
  },
  {
    id: 'Q-CONSENT-FIRST',
    source: 'State recording-consent laws; vendor HIPAA pages',
    stage: 'live',
    effect: 'lock-feature',
    features: ['setRecording', 'setCaptions'],
    lockedControl: 'absent',
    check: () => 'unknown',
    says: 'Nobody’s consent is known.',
    remedy: 'Recording and captions start only with everybody’s consent, which this version cannot collect yet.',
  },
];
