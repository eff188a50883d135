import type { Cancel, Clock } from '@quietroom/core';

/** Lines that carry nothing. The vendor's client sees these and never a track of a device. */
export interface Placeholders {
  microphone(): MediaStreamTrack;
  picture(): MediaStreamTrack;
  stop(): void;
}

/** How often an empty picture is drawn, in milliseconds: a media server knows a line by what comes over it. */
const drawEvery = 1000;

/**
 * The vendor's client publishes a line per source as soon as a role may send, muted, and sends tracks of its own over it
 * until somebody unmutes. These stand for its own, which need an audio context and timers that outlive a visit.
 */
export const createPlaceholders = (clock: Clock): Placeholders => {
  const made: MediaStreamTrack[] = [];
  let sound: AudioContext | null = null;
  let canvas: HTMLCanvasElement | null = null;
  let stopDrawing: Cancel | null = null;

  const keep = (track: MediaStreamTrack | undefined): MediaStreamTrack => {
    if (track === undefined) throw new Error('This browser makes no tracks of its own.');
    // Not yet heard or seen, as far as the vendor's client is concerned.
    track.enabled = false;
    made.push(track);
    return track;
  };
  const draw = (): HTMLCanvasElement => {
    if (canvas !== null) return canvas;
    const made = document.createElement('canvas');
    made.width = 320;
    made.height = 180;
    const context = made.getContext('2d');
    const paint = (): void => context?.fillRect(0, 0, made.width, made.height);
    paint();
    stopDrawing = clock.every(drawEvery, paint);
    canvas = made;
    return made;
  };

  return {
    microphone: () => {
      sound ??= new AudioContext();
      return keep(sound.createMediaStreamDestination().stream.getAudioTracks()[0]);
    },
    picture: () => keep(draw().captureStream(1).getVideoTracks()[0]),
    stop: () => {
      stopDrawing?.();
      for (const track of made) track.stop();
      sound?.close().catch(() => undefined);
    },
  };
};
