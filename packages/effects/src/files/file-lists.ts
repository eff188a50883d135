/** The files of the blur: our own worker, and of Google's MediaPipe what a current browser needs (Apache-2.0). */
export const blurFiles = [
  'blur-worker.js',
  'selfie_segmentation.js',
  'selfie_segmentation.binarypb',
  'selfie_segmentation_landscape.tflite',
  'selfie_segmentation_solution_simd_wasm_bin.js',
  'selfie_segmentation_solution_simd_wasm_bin.wasm',
] as const;

/** The files of the noise suppression: RNNoise as an audio worklet (MIT; the model is BSD, its build Apache-2.0). */
export const noiseFiles = ['rnnoise-worklet.js', 'rnnoise_simd.wasm'] as const;

/** A file that a host serves under `assets`. */
export type EffectFile = (typeof blurFiles)[number] | (typeof noiseFiles)[number];
