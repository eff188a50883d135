export const standingRuleWords = {
  'rule.Q-SECURE-PAGE': 'A visit needs a secure page. Open the address that begins with https.',
  'rule.Q-NEUTRAL-PATH': 'The address of this page may hold something personal.',
  'rule.Q-KNOWN-IDENTIFIERS':
    'This page would hand over something about a person that must never leave. Ask the clinic for a new link.',
  'rule.Q-NEUTRAL-REFERENCE': 'The name of the room may hold something personal.',
  'rule.Q-VENDOR-AGREEMENT': 'The clinic has not yet recorded its agreement with the video provider.',
  'rule.Q-RELAY-OPERATOR': 'The clinic has not yet recorded who answers for the server of this visit.',
  'rule.W2-04': 'Picture and sound pass, or may pass, through a server of the video provider.',
  'rule.Q-PART2-PATH': 'The address of this page may tell what somebody is treated for.',
  'rule.Q-PART2-CAPTURE': 'This programme does not record and has no captions.',
  'rule.B-05': 'Nobody has recorded yet that this video provider may carry health information.',
  'rule.Q-PASSES': 'Nobody’s role is proved on this page, and there are no messages.',
  'rule.Q-EXPECTED-PEOPLE': 'Somebody is in the visit, and nobody has confirmed who they are.',
  'rule.H1-35': 'The video provider’s workspace is not, or may not be, one for health information.',
  'rule.H1-45': 'Somebody in this room could, or may be able to, stream it to the outside.',
  'rule.H1-46': 'The visit is, or may be, recorded in a way that is not allowed.',
} as const;
