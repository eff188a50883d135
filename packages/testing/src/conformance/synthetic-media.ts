import type { CaptureSource, MediaSource } from '@quietroom/core';
import { suiteTimers } from './timers.ts';

/** Red, green and blue, 0 to 255. */
export type Colour = readonly [red: number, green: number, blue: number];

/** The devices of one person of the suite: pictures of one plain colour, and a tone. */
export interface SyntheticMedia extends MediaSource {
  /** What the adapter asked for so far, in order. */
  readonly opened: readonly CaptureSource[];
  /** The next camera picture has this colour: another camera was chosen. */
  readonly choosesCamera: (colour: Colour) => void;
  /** Makes the tone audible or silent, like somebody who talks or does not. */
  readonly talks: (loud: boolean) => void;
  /** The source stops without being asked to. */
  readonly loses: (source: CaptureSource) => void;
  /** Opening takes until the returned function is called. */
  readonly holds: (source: CaptureSource) => () => void;
  /** Tracks lent to the adapter that still live. */
  readonly live: () => readonly MediaStreamTrack[];
  readonly close: () => void;
}

const width = 160;
const height = 120;

interface Source {
  readonly track: MediaStreamTrack;
  readonly stop: () => void;
}

/** One colour all over, with a mark that runs along the lower edge so that a picture that stands still is noticed. */
const draw = ([red, green, blue]: Colour): Source => {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  let frame = 0;
  const paint = () => {
    if (context === null) return;
    context.fillStyle = `rgb(${red} ${green} ${blue})`;
    context.fillRect(0, 0, width, height);
    context.fillStyle = 'white';
    context.fillRect((frame * 20) % width, height - 24, 40, 24);
    frame += 1;
  };
  paint();
  const timer = suiteTimers.setInterval(paint, 100);
  const [track] = canvas.captureStream(10).getVideoTracks();
  if (track === undefined) throw new Error('This browser captures no canvas.');
  return {
    track,
    stop: () => {
      suiteTimers.clearInterval(timer);
    },
  };
};

/** @param wanted what the person chose to send when they join */
export function createSyntheticMedia(
  colour: Colour,
  sound: AudioContext,
  wanted: MediaSource['wanted'] = { microphone: true, camera: true },
): SyntheticMedia {
  const opened: CaptureSource[] = [];
  const lent = new Map<CaptureSource, Source>();
  const everLent = new Set<MediaStreamTrack>();
  const held = new Map<CaptureSource, Promise<void>>();
  let cameraColour = colour;

  const tone = new OscillatorNode(sound, { frequency: 440 });
  const loudness = new GainNode(sound, { gain: 0.4 });
  tone.connect(loudness);
  tone.start();

  const hum = (): Source => {
    const microphone = sound.createMediaStreamDestination();
    loudness.connect(microphone);
    const [track] = microphone.stream.getAudioTracks();
    if (track === undefined) throw new Error('This browser makes no audio track.');
    return {
      track,
      stop: () => {
        loudness.disconnect(microphone);
      },
    };
  };
  const begin = (source: CaptureSource): Source => {
    if (source === 'microphone') return hum();
    // What is shared looks like the person's colour turned inside out.
    return draw(source === 'camera' ? cameraColour : [255 - colour[0], 255 - colour[1], 255 - colour[2]]);
  };
  const drop = (source: CaptureSource): MediaStreamTrack | undefined => {
    const current = lent.get(source);
    lent.delete(source);
    current?.stop();
    current?.track.stop();
    return current?.track;
  };

  return {
    wanted,
    opened,
    open: async (source) => {
      opened.push(source);
      await held.get(source);
      const current = lent.get(source);
      if (current?.track.readyState === 'live') {
        current.track.enabled = true;
        return current.track;
      }
      const next = begin(source);
      lent.set(source, next);
      everLent.add(next.track);
      return next.track;
    },
    release: (source) => {
      const current = lent.get(source);
      if (source === 'microphone' && current !== undefined) current.track.enabled = false;
      else drop(source);
    },
    choosesCamera: (next) => {
      cameraColour = next;
      drop('camera');
    },
    talks: (loud) => {
      loudness.gain.value = loud ? 0.4 : 0;
    },
    loses: (source) => {
      drop(source)?.dispatchEvent(new Event('ended'));
    },
    holds: (source) => {
      let open: () => void = () => undefined;
      held.set(
        source,
        new Promise<void>((resolve) => {
          open = resolve;
        }),
      );
      return () => {
        held.delete(source);
        open();
      };
    },
    live: () => [...everLent].filter(({ readyState }) => readyState === 'live'),
    close: () => {
      for (const source of [...lent.keys()]) drop(source);
      tone.stop();
      tone.disconnect();
    },
  };
}
