const holders = new WeakMap<MediaStreamTrack, number>();

/**
 * Hides the label of a track ("Zylphia's headset") from the vendor's code while it has the track. Counted per track, so
 * that two connections may hold one. @returns gives the label back, once
 */
export const hideLabel = (track: MediaStreamTrack): (() => void) => {
  holders.set(track, (holders.get(track) ?? 0) + 1);
  Object.defineProperty(track, 'label', { value: '', configurable: true });
  let held = true;
  return () => {
    if (!held) return;
    held = false;
    const left = (holders.get(track) ?? 1) - 1;
    holders.set(track, left);
    if (left === 0) Reflect.deleteProperty(track, 'label');
  };
};
