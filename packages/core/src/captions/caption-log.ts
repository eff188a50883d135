import type { Cancel, Clock } from '../contract/environment.ts';
import type { RoomCaption } from '../contract/room-patch.ts';
import { createRateLimit, type RateLimit } from '../messages/rate-limit.ts';
import type { Caption } from './caption.ts';
import { readCaption } from './read-caption.ts';

/** How many utterances are kept. */
const kept = 50;
/** How long words wait for others to be shown with them, in milliseconds. */
const showWithin = 100;
/** After so many milliseconds without a change an utterance is taken for finished. */
const finishedAfter = 5000;
/** Nobody speaks faster; what is beyond it is dropped. */
const perSpeaker = { perSecond: 20, burst: 40 };

/** The rolling list of what was said. */
export interface CaptionLog {
  readonly hear: (told: RoomCaption, speaker: Caption['speaker']) => void;
  /** Forgets everything. */
  readonly wipe: () => void;
}

interface Entry {
  readonly key: string;
  readonly changed: number;
  readonly caption: Caption;
}

const finish = (entry: Entry): Entry =>
  entry.caption.final ? entry : { ...entry, caption: { ...entry.caption, final: true } };

/** See {@link CaptionLog}. @param show told of the whole list; what did not change in it stays the same object */
export const createCaptionLog = (clock: Clock, show: (captions: readonly Caption[]) => void): CaptionLog => {
  const limits = new Map<Caption['speaker'], RateLimit>();
  let entries: readonly Entry[] = [];
  let lastId = 0;
  let stopShowing: Cancel | null = null;
  let stopFinishing: Cancel = () => undefined;

  const showSoon = (): void => {
    stopShowing ??= clock.after(showWithin, () => {
      stopShowing = null;
      show(entries.map(({ caption }) => caption));
    });
  };
  const finishOld = (now: number): void => {
    entries = entries.map((entry) => (now - entry.changed >= finishedAfter ? finish(entry) : entry));
  };

  return {
    hear: (told, speaker) => {
      const words = readCaption(told);
      if (words === null) return;
      const now = clock.now();
      const limit = limits.get(speaker) ?? createRateLimit(perSpeaker);
      limits.set(speaker, limit);
      if (!limit.take(now)) return;
      finishOld(now);
      const key = `${speaker ?? ''} ${told.utterance}`;
      const before = entries.find((entry) => entry.key === key);
      const caption: Caption = {
        ...words,
        id: before?.caption.id ?? ++lastId,
        speaker,
        final: words.final || before?.caption.final === true,
      };
      const after = { key, changed: now, caption };
      entries =
        before === undefined
          ? // Whoever begins another sentence has finished the one before.
            [...entries.map((entry) => (entry.caption.speaker === speaker ? finish(entry) : entry)), after].slice(-kept)
          : entries.map((entry) => (entry === before ? after : entry));
      stopFinishing();
      stopFinishing = clock.after(finishedAfter, () => {
        finishOld(clock.now());
        showSoon();
      });
      showSoon();
    },
    wipe: () => {
      limits.clear();
      stopShowing?.();
      stopShowing = null;
      stopFinishing();
      if (lastId === 0) return;
      lastId = 0;
      entries = [];
      show(entries.map(({ caption }) => caption));
    },
  };
};
