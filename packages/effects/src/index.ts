export { blur } from './blur/blur.ts';
export { EffectError, type EffectErrorCode } from './effect-error.ts';
export type { EffectOptions } from './files/served-files.ts';
export { noiseSuppression } from './noise/noise-suppression.ts';
