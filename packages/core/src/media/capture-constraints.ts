/**
 * 360 lines at 24 frames: a face is plain to read, and four people in a mesh stay under one core. Ideals, never
 * demands: a camera that cannot do it still opens.
 */
const picture: MediaTrackConstraints = {
  width: { ideal: 640 },
  height: { ideal: 360 },
  frameRate: { ideal: 24, max: 30 },
};
const voice: MediaTrackConstraints = { echoCancellation: true, noiseSuppression: true, autoGainControl: true };

/** What getUserMedia is asked. A chosen device is exact: another one is never opened in its place unasked. */
export function deviceConstraints(source: 'microphone' | 'camera', deviceId: string | null): MediaStreamConstraints {
  const chosen = deviceId === null ? {} : { deviceId: { exact: deviceId } };
  return source === 'camera' ? { video: { ...picture, ...chosen } } : { audio: { ...voice, ...chosen } };
}

/** Options newer than the DOM types; browsers that do not know one ignore it. */
interface ScreenShareOptions extends DisplayMediaStreamOptions {
  readonly selfBrowserSurface: 'exclude' | 'include';
  readonly surfaceSwitching: 'exclude' | 'include';
  readonly systemAudio: 'exclude' | 'include';
}

/**
 * What getDisplayMedia is asked: never this tab (the visit within the visit, with its roster), no sound of the system,
 * and no switching to another surface behind the back of what is known of this one.
 */
export const screenConstraints: ScreenShareOptions = {
  video: { frameRate: { ideal: 15, max: 30 } },
  audio: false,
  selfBrowserSurface: 'exclude',
  surfaceSwitching: 'exclude',
  systemAudio: 'exclude',
};
