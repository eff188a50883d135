export const stepAwayWords = {
  'away.control': 'Step away',
  'away.title': 'You stepped away',
  'away.text': 'Your camera, microphone and screen are off, and this page is covered. The visit goes on.',
  'away.back': 'Come back',
  'logoff.inactive': 'Are you still there?',
  'logoff.alone': 'You are alone in this visit',
  'logoff.text': {
    one: 'To protect what is on this screen, you leave the visit in {count} second.',
    other: 'To protect what is on this screen, you leave the visit in {count} seconds.',
  },
  'logoff.stay': 'Stay in the visit',
} as const;
