/** English words of the small window. */
export const pictureInPictureWords = {
  'pip.open': 'Small window',
  'pip.close': 'Close small window',
} as const;
