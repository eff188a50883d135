import type { MediaEffect } from '@quietroom/core';
import type { EffectOptions } from '../files/served-files.ts';

/**
 * Takes noise out of the microphone's sound, on this device alone: fans, traffic, keyboards. Where it fails, the sound
 * goes on without it. Nothing is fetched before somebody turns it on.
 */
export function noiseSuppression({ assets }: EffectOptions): MediaEffect {
  return {
    name: 'noise-suppression',
    source: 'microphone',
    apply: async (...given) => (await import('./apply-noise-suppression.ts')).applyNoiseSuppression(assets, ...given),
  };
}
