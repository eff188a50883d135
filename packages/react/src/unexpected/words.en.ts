export const unexpectedWords = {
  'unexpected.heading': '{name} is here, and nobody vouches for them',
  'unexpected.why': 'Your sound and picture wait. Nothing is sent until you answer.',
  'unexpected.expected': 'They are expected: go on',
  'unexpected.remove': 'Remove from visit',
  'unexpected.askClinician': 'If you do not know them, ask the clinician to remove them, or leave the visit.',
} as const;
