/** English words of what comes after the waiting room. */
export const waitingNextWords = {
  'next.heading': 'What happens next',
  'next.seen': 'The clinician sees that you are waiting.',
  'next.letIn': 'They let you in. This page changes by itself.',
  'next.begin': 'You see and hear each other.',
  'next.place': 'Your place is kept while this page stays open.',
  'next.long': 'If it takes longer than you expected, call the clinic. You need not close anything for that.',
} as const;
