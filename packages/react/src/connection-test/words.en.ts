/** English words of the connection test. */
export const connectionTestWords = {
  'connection.test': 'Test connection',
  'connection.hint': 'Tries to reach the visit without going in.',
  'connection.testing': 'Testing the connection.',
  'connection.works': 'Your connection reaches the visit.',
  'connection.failed':
    'Your connection does not reach the visit. Check your internet connection or use another network, then test again.',
  'connection.strict':
    'The visit answers, but your network seems to hold back picture and sound. Use another network if you can.',
  'connection.refused': 'The connection cannot be tested here.',
  'connection.server': 'The visit’s server',
  'connection.stun': 'A direct way for picture and sound',
  'connection.turn': 'A way around for strict networks',
  'connection.reached': 'reached in {milliseconds} ms',
  'connection.unreached': 'not reached',
  'connection.notConfigured': 'not set up by the clinic',
  'connection.download': 'Download report',
  'connection.downloadHint': 'For the clinic’s support. It holds no name, no device’s name and no address.',
} as const;
