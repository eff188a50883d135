/** Lines that carry nothing, open from the start, so that starting to send never has to negotiate. */
export interface Placeholders {
  readonly microphone: MediaStreamTrack;
  readonly camera: MediaStreamTrack;
  stop(): void;
}

/**
 * The vendor's client deadlocks when two pages add a track at the same moment: both offer, and both wait. With a line
 * for sound and one for a picture from the start, tracks only take each other's place.
 */
export const createPlaceholders = (sound: AudioContext): Placeholders => {
  const [microphone] = sound.createMediaStreamDestination().stream.getAudioTracks();
  const canvas = document.createElement('canvas');
  // A canvas without a context captures nothing.
  canvas.getContext('2d');
  const [camera] = canvas.captureStream(0).getVideoTracks();
  if (microphone === undefined || camera === undefined) throw new Error('This browser makes no tracks of its own.');
  microphone.enabled = false;
  camera.enabled = false;
  return {
    microphone,
    camera,
    stop: () => {
      microphone.stop();
      camera.stop();
    },
  };
};
