import type { Cancel, Environment } from '../contract/environment.ts';
import { RoomError } from '../contract/room-error.ts';
import { deviceError } from './device-error.ts';

interface Score {
  readonly notes: readonly [number, number];
  readonly seconds: number;
  readonly loudness: number;
}

/** Two notes each, soft enough for headphones: rising to try a speaker with, falling and softer for a knock. */
const scores = {
  test: { notes: [523.25, 783.99], seconds: 0.9, loudness: 0.12 },
  knock: { notes: [659.25, 523.25], seconds: 0.6, loudness: 0.07 },
} as const satisfies Record<string, Score>;

/** What is played. */
export type Melody = keyof typeof scores;

/** A tone that is playing. */
export interface Tone {
  /** Resolves when it was heard to the end or stopped. @throws RoomError */
  readonly finished: Promise<void>;
  readonly stop: Cancel;
}

const draw = (context: AudioContext, target: AudioNode, { notes, seconds, loudness }: Score): OscillatorNode => {
  const oscillator = context.createOscillator();
  const volume = context.createGain();
  const start = context.currentTime;
  oscillator.frequency.setValueAtTime(notes[0], start);
  oscillator.frequency.setValueAtTime(notes[1], start + seconds / 2);
  volume.gain.setValueAtTime(0, start);
  volume.gain.linearRampToValueAtTime(loudness, start + 0.05);
  volume.gain.setValueAtTime(loudness, start + seconds - 0.1);
  volume.gain.linearRampToValueAtTime(0, start + seconds);
  oscillator.connect(volume);
  volume.connect(target);
  oscillator.start(start);
  oscillator.stop(start + seconds);
  return oscillator;
};

/** Plays the tone through a speaker; an empty id is the system's. */
export function playTone(
  { createAudioContext, createAudioElement, clock }: Environment,
  speakerId: string,
  melody: Melody,
): Tone {
  if (createAudioContext === undefined) {
    return { finished: Promise.reject(new RoomError('not-supported')), stop: () => undefined };
  }
  const context = createAudioContext();
  const element = speakerId === '' ? undefined : createAudioElement?.();
  let stop: Cancel = () => undefined;
  const stopped = new Promise<void>((resolve) => {
    stop = resolve;
  });

  const play = async () => {
    // Through an element, because only Chromium can give a whole audio graph to a chosen speaker.
    const stream = element === undefined ? undefined : context.createMediaStreamDestination();
    if (element !== undefined && stream !== undefined) {
      await element.setSinkId(speakerId);
      element.srcObject = stream.stream;
      await element.play();
    }
    await context.resume();
    const oscillator = draw(context, stream ?? context.destination, scores[melody]);
    await new Promise<void>((resolve) => {
      oscillator.addEventListener('ended', () => {
        resolve();
      });
    });
  };
  const late = (): Promise<void> =>
    new Promise((_, reject) => {
      const cancel = clock.after(5000, () => {
        reject(new RoomError('device-busy'));
      });
      void stopped.then(cancel);
    });

  const run = async () => {
    try {
      await Promise.race([play(), late(), stopped]);
    } catch (error) {
      throw deviceError(error, 'speaker');
    } finally {
      stop();
      if (element !== undefined) element.srcObject = null;
      await context.close().catch(() => undefined);
    }
  };
  return { finished: run(), stop };
}
