import type { MediaEffect } from '@quietroom/core';
import type { EffectOptions } from '../files/served-files.ts';

/**
 * Blurs what is behind a person, on this device alone: a model finds the person in each picture, and no picture leaves
 * without a mask of its own. It finds people, not faces: no features of a face are measured.
 * Nothing is fetched before somebody turns it on.
 */
export function blur({ assets }: EffectOptions): MediaEffect {
  return {
    name: 'blur',
    source: 'camera',
    apply: async (...given) => (await import('./apply-blur.ts')).applyBlur(assets, ...given),
  };
}
