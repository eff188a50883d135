import type { Cancel, Environment } from '../contract/environment.ts';
import { RoomError } from '../contract/room-error.ts';
import { deviceError } from './device-error.ts';
import type { Melody } from './speaker-tone.ts';

/** Where sound comes out. */
export interface Speaker {
  /** Moves every routed element to another speaker, or none of them. @throws RoomError `device-*` */
  readonly select: (deviceId: string) => Promise<void>;
  readonly route: (element: HTMLMediaElement) => Cancel;
  /** Plays it to its end. @throws RoomError */
  readonly play: (melody: Melody) => Promise<void>;
  /** Silences a tone that still plays. */
  readonly close: () => void;
}

const canRoute = (element: HTMLMediaElement): boolean => 'setSinkId' in element;

/** See {@link Speaker}. Safari routes nothing: there the system's speaker is the only one. */
export function createSpeaker(environment: Environment): Speaker {
  const routed = new Map<symbol, HTMLMediaElement>();
  const tones = new Set<Cancel>();
  let chosen = '';

  return {
    select: async (deviceId) => {
      const former = chosen;
      const probe = environment.createAudioElement?.();
      const elements = [...(probe === undefined ? [] : [probe]), ...routed.values()];
      try {
        if (!elements.every(canRoute)) throw new RoomError('device-unsuitable');
        await Promise.all(elements.map((element) => element.setSinkId(deviceId)));
        chosen = deviceId;
      } catch (error) {
        await Promise.allSettled([...routed.values()].filter(canRoute).map((element) => element.setSinkId(former)));
        throw deviceError(error, 'speaker');
      }
    },
    route: (element) => {
      const key = Symbol('routed');
      routed.set(key, element);
      // A speaker that went away since leaves the sound at the system's, which is better than silence.
      if (chosen !== '' && canRoute(element)) void element.setSinkId(chosen).catch(() => undefined);
      return () => {
        routed.delete(key);
      };
    },
    play: async (melody) => {
      const { playTone } = await import('./speaker-tone.ts');
      const tone = playTone(environment, chosen, melody);
      tones.add(tone.stop);
      try {
        await tone.finished;
      } finally {
        tones.delete(tone.stop);
      }
    },
    close: () => {
      for (const stop of tones) stop();
    },
  };
}
