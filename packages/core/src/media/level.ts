/**
 * The one scale of levels, own and others': 0 is 60 decibels below the loudest a device can carry, 1 is the loudest, and
 * between them each step is as many decibels as the next. An open microphone in a quiet room stands near 0.2, speech
 * near 0.6.
 */
const floorDecibels = -60;

/** Above this level somebody speaks; below it is a room. */
export const voiceLevel = 0.3;

/**
 * A loudness on the scale of levels.
 * @param amplitude 0 to 1 and linear, as samples, WebRTC's `audioLevel` and most vendors give it.
 */
export function levelOfAmplitude(amplitude: number): number {
  if (!(amplitude > 0)) return 0;
  return Math.min(1, Math.max(0, (20 * Math.log10(amplitude) - floorDecibels) / -floorDecibels));
}
