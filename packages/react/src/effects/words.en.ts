/** English words of the effects on a person's own picture and sound. */
export const effectsWords = {
  'effects.heading': 'Picture and sound',
  'effects.blur': 'Blur my background',
  'effects.noise-suppression': 'Reduce background noise',
  'effects.blur.starting': 'Starting. Others see no picture until the blur is ready.',
  'effects.blur.on': 'Your background is blurred.',
  'effects.blur.too-slow':
    'Your background is blurred, but this device is slow at it: others see your picture move in steps.',
  'effects.blur.failed':
    'Your background could not be blurred. Your camera stays off, so that nobody sees it. Turn the camera on to try again, or turn the blur off.',
  'effects.noise-suppression.starting': 'Starting.',
  'effects.noise-suppression.on': 'Background noise is reduced.',
  'effects.noise-suppression.too-slow': 'Background noise is reduced, but this device is slow at it.',
  'effects.noise-suppression.failed': 'Background noise could not be reduced. You are heard as you are.',
} as const;
