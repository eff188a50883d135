export const reconnectingWords = {
  'reconnecting.title': 'Reconnecting…',
  'reconnecting.text': 'The connection was interrupted. We are trying to restore it. You do not need to do anything.',
} as const;
