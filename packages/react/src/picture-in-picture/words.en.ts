/** English words of the small window. */
export const pictureInPictureWords = {
  'pip.open': 'Small window',
  'pip.close': 'Close small window',
  'pip.nobody': 'Nobody else is here yet.',
  'pip.leave': 'Leave the visit?',
  'pip.stay': 'Stay',
  'pip.confirm': 'Leave',
} as const;
