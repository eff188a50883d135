import type { AdapterRule, RuleText } from './rule.ts';

/**
 * The words of every row about the whole visit. Loaded when somebody reads them; what a refusal at the gate needs is in
 * the row that locks.
 */
export const ruleTexts: Readonly<Record<string, RuleText>> = {
  'Q-SECURE-PAGE': {
    source: 'W3C Secure Contexts; OWASP ASVS 5.0 V12; 45 CFR 164.312(e)',
    says: 'A visit needs a secure page.',
    remedy: 'Serve the page over HTTPS, or from localhost while developing.',
  },
  'Q-NEUTRAL-PATH': {
    source: 'OWASP ASVS 5.0 14.2.1; vendors’ telemetry reads the page’s path',
    says: 'The path of this page may hold something personal.',
    remedy: 'Use a neutral route such as /visit/<uuid>.',
  },
  'Q-KNOWN-IDENTIFIERS': {
    source: '45 CFR 164.514(b)(2)(i); what the host gave as `knownIdentifiers`',
    says: 'The room’s reference, this page’s id or its path holds something that must never leave.',
    remedy: 'Draw the room’s reference and the id at random, and use a neutral route such as /visit/<uuid>.',
  },
  'Q-NEUTRAL-REFERENCE': {
    source: '45 CFR 164.514(b)(2)(i): the 18 identifiers; Whereby and 100ms HIPAA pages on names of rooms',
    says: 'What names the room to its provider may hold an identifier.',
    remedy: 'Draw it at random, or loosen this rule with the reason where it names nobody.',
  },
  'Q-PART2-PATH': {
    source: '42 CFR Part 2: who is treated for a substance use disorder is protected',
    says: 'The path of this page may tell what somebody is treated for.',
    remedy: 'Use words any visit could have, such as /visit/<uuid>.',
  },
  'Q-PART2-CAPTURE': {
    source: '42 CFR Part 2: recordings and counselling notes are especially sensitive',
    says: 'A programme under Part 2 neither records nor captions.',
    remedy: 'Set `recording` to "none" and `captions` to false, or loosen this rule with the reason.',
  },
  'B-05': {
    source: 'A practitioner’s guide to HIPAA video: not every product of a vendor may carry health information',
    says: 'Nobody has looked whether this provider may carry health information.',
    remedy: 'Say in the adapter’s manifest where it was read, and on which day.',
  },
  'Q-VENDOR-AGREEMENT': {
    source: '45 CFR 164.502(e), 164.504(e): an agreement before a vendor handles patients’ information',
    says: 'Real patients need a signed agreement with the video vendor.',
    remedy: 'Sign it and record it under `attestations` in the policy, or use synthetic patients.',
  },
  'Q-RELAY-OPERATOR': {
    source: '45 CFR 164.308(a)(8): the operator of a system evaluates its safeguards',
    says: 'Real patients need somebody who answers for the relay and its server.',
    remedy: 'Record who operates and reviews it under `attestations` in the policy, or use synthetic patients.',
  },
  'Q-PASSES': {
    source: '45 CFR 164.312(d): verify that a person is the one claimed',
    says: 'This page has no keys to check visit passes with: nobody’s role is proved, and there are no messages.',
    remedy: 'Give createVisit `pass` and `trust`.',
  },
  'Q-NO-STREAMING': {
    source: 'Whereby and 100ms HIPAA pages: live streaming must be off',
    says: 'The room is, or may be, streaming to the outside.',
    remedy: 'Stop the stream at the vendor; the visit cannot go on beside one.',
  },
  'Q-NO-UNCONSENTED-RECORDING': {
    source: 'Whereby and 100ms HIPAA pages; state recording-consent laws, the strictest participant’s',
    says: 'The room is, or may be, recorded without everybody’s consent.',
    remedy: 'Stop the recording at the vendor.',
  },
  'Q-NO-UNCONSENTED-CAPTIONS': {
    source: '100ms HIPAA page: captions are made by another company’s service; Whereby’s page is silent on them',
    says: 'What is said is, or may be, turned into text without everybody’s consent.',
    remedy: 'Stop captions and transcription at the vendor.',
  },
  'Q-EXPECTED-PEOPLE': {
    source: '100ms HIPAA page: whoever has access to the workspace can join calls; one visit, one patient',
    says: 'Somebody is in the visit whom nobody vouches for.',
    remedy: 'Remove them, or say that they are expected.',
  },
};

/** Where the rows that lock a feature were read, and what they say. What would change their answer is in the row. */
export const lockTexts: Readonly<Record<string, Pick<RuleText, 'source' | 'says'>>> = {
  'Q-SWITCHED-OFF': {
    source: 'The policy of the clinic',
    says: 'The clinic has switched this off.',
  },
  'W1-18': {
    source: 'Whereby HIPAA page, “Recording”: it is not required and can be turned off entirely',
    says: 'This clinic’s policy has no recording, or no captions.',
  },
  'Q-CAPABILITY': {
    source: 'The adapter’s capabilities; what a vendor’s page does not mention is taken as not allowed',
    says: 'This provider cannot do that.',
  },
  'Q-ROLE-CLINICIAN': {
    source: 'NHS and HHS telehealth guidance: the clinician decides who is in the visit',
    says: 'Only a clinician with a valid visit pass may do this.',
  },
  'Q-ROLE-SHARE-SCREEN': {
    source: '45 CFR 164.502(b): the least that is necessary',
    says: 'Observers and interpreters do not share their screen.',
  },
  'Q-ADMITTED': {
    source: 'Whereby and 100ms HIPAA pages: a waiting room before every visit',
    says: 'This works only inside the visit.',
  },
  'Q-TRIPWIRE': {
    source: 'Media that a live rule stopped stay stopped',
    says: 'Sound and picture were stopped to protect the people in this visit.',
  },
  'Q-PAUSED': {
    source: '100ms HIPAA page: whoever has access to the workspace can join calls',
    says: 'Sound and picture wait: somebody is here whom nobody vouches for.',
  },
  'Q-DIRECT-MESSAGES': {
    source: '100ms HIPAA page, “Chat”: switch it off when it is not needed',
    says: 'Messages are switched off for this visit.',
  },
  'Q-MESSAGE-IDENTITY': {
    source: 'OWASP ASVS 5.0 V6; a message is sealed with the key the visit pass names',
    says: 'Messages need a visit pass from the clinic’s server.',
  },
  'H1-09': {
    source: '100ms HIPAA page, “Recordings”: the customer’s own bucket is the only method',
    says: 'Nobody has attested the clinic’s own bucket for recordings.',
  },
  'Q-CONSENT-FIRST': {
    source: 'State recording-consent laws; Whereby and 100ms HIPAA pages',
    says: 'Not everybody in the visit has agreed.',
  },
};

const unknown: RuleText = {
  source: 'not known',
  says: 'A rule this version does not know.',
  remedy: 'Look for it in the policy’s documentation.',
};

/** The words of a row that is about the whole visit, ours or an adapter's. */
export const textOfRule = (ruleId: string, added: readonly AdapterRule[] = []): RuleText =>
  ruleTexts[ruleId] ?? added.find(({ id }) => id === ruleId) ?? unknown;
