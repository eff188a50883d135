export const unexpectedWords = {
  'unexpected.heading': '{name} is here, and nobody has confirmed who they are',
  'unexpected.why': 'Your sound and picture are off until you answer.',
  'unexpected.expected': 'I expect them: go on',
  'unexpected.remove': 'Remove from visit',
  'unexpected.askClinician': 'If you do not know them, ask the clinician to remove them, or leave the visit.',
} as const;
