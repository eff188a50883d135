import type { Clock } from '@quietroom/core';

interface Timer {
  at: number;
  readonly every: number | null;
  readonly callback: () => void;
}

/** Time that goes only when a test says so. */
export interface ManualClock extends Clock {
  /** Lets so many milliseconds pass, step by step. */
  pass(milliseconds: number): void;
  /** Lets so many milliseconds pass at once, as if the process had stood still: every timer is late. */
  jump(milliseconds: number): void;
  /** How many timers are set. */
  timers(): number;
}

/** @param start milliseconds since the epoch */
export const createManualClock = (start: number): ManualClock => {
  let now = start;
  const timers = new Set<Timer>();
  const add = (milliseconds: number, every: number | null, callback: () => void) => {
    const timer: Timer = { at: now + milliseconds, every, callback };
    timers.add(timer);
    return () => {
      timers.delete(timer);
    };
  };
  const ring = (timer: Timer): void => {
    if (timer.every === null) timers.delete(timer);
    else timer.at = now + timer.every;
    timer.callback();
  };
  return {
    now: () => now,
    after: (milliseconds, callback) => add(milliseconds, null, callback),
    every: (milliseconds, callback) => add(milliseconds, milliseconds, callback),
    pass(milliseconds) {
      const end = now + milliseconds;
      for (;;) {
        const [next] = [...timers].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
        if (next === undefined) break;
        now = next.at;
        ring(next);
      }
      now = end;
    },
    timers: () => timers.size,
    jump(milliseconds) {
      now += milliseconds;
      for (const timer of [...timers].filter(({ at }) => at <= now)) ring(timer);
    },
  };
};
