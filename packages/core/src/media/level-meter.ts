import type { Cancel, Environment } from '../contract/environment.ts';
import { levelOfAmplitude } from './level.ts';

const tickMilliseconds = 100;
/** How loud samples between -1 and 1 are, on the scale of levels. */
export function levelOf(samples: Float32Array): number {
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  return levelOfAmplitude(Math.sqrt(sum / samples.length));
}

/**
 * Measures one stream at a time, ten times a second, and only while somebody listens. Tells nothing where a browser lets
 * no sound be measured.
 */
export interface LevelMeter {
  readonly onLevel: (listener: (level: number) => void) => Cancel;
  /** Measures another stream from now on; null while there is nothing to hear. */
  follow(stream: MediaStream | null): void;
  /** Lets go of the audio graph. Listeners stay and hear of the next stream. */
  close(): void;
}

interface Graph {
  readonly stream: MediaStream;
  /** Null where the sound cannot be measured: that is no silence. */
  read(): number | null;
  close(): void;
}

/** Firefox refuses a microphone of another sample rate than the graph's: then there is no meter, but still a microphone. */
const connect = (context: AudioContext, heard: MediaStream, analyser: AnalyserNode): AudioNode | null => {
  try {
    const input = context.createMediaStreamSource(heard);
    input.connect(analyser);
    return input;
  } catch {
    return null;
  }
};

/** See {@link LevelMeter}. */
export function createLevelMeter({
  clock,
  createAudioContext,
}: Pick<Environment, 'clock' | 'createAudioContext'>): LevelMeter {
  const listeners = new Set<(level: number) => void>();
  let stream: MediaStream | null = null;
  let graph: Graph | null = null;
  let stopTicking: Cancel | null = null;

  const build = (heard: MediaStream): Graph | null => {
    if (createAudioContext === undefined) return null;
    const context = createAudioContext();
    const analyser = context.createAnalyser();
    analyser.fftSize = 1024;
    const input = connect(context, heard, analyser);
    const samples = new Float32Array(analyser.fftSize);
    // A context made outside a press of a button starts suspended; a capturing page may resume it.
    void context.resume().catch(() => undefined);
    return {
      stream: heard,
      read: () => {
        if (input === null) return null;
        analyser.getFloatTimeDomainData(samples);
        return levelOf(samples);
      },
      close: () => {
        input?.disconnect();
        void context.close().catch(() => undefined);
      },
    };
  };

  const tear = () => {
    graph?.close();
    graph = null;
  };

  const tick = () => {
    const level = stream === null ? 0 : (graph?.read() ?? null);
    if (level === null) return;
    for (const listener of [...listeners]) listener(level);
  };

  const settle = () => {
    const heard = listeners.size === 0 ? null : stream;
    if (graph?.stream !== heard) tear();
    if (graph === null && heard !== null) graph = build(heard);
    if (listeners.size > 0) stopTicking ??= clock.every(tickMilliseconds, tick);
    else {
      stopTicking?.();
      stopTicking = null;
    }
  };

  return {
    onLevel: (listener) => {
      const own = (level: number) => {
        listener(level);
      };
      listeners.add(own);
      settle();
      return () => {
        listeners.delete(own);
        settle();
      };
    },
    follow: (next) => {
      stream = next;
      settle();
    },
    close: () => {
      stream = null;
      tear();
    },
  };
}
