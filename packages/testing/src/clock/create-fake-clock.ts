import type { Cancel, Clock } from '@quietroom/core';

/** A clock that stands still until it is told how much time passes. */
export interface FakeClock extends Clock {
  /** Lets time pass and calls, in order, everything that became due on the way. */
  readonly advance: (milliseconds: number) => void;
}

interface Timer {
  readonly due: number;
  readonly order: number;
  readonly callback: () => void;
}

/** @param start milliseconds since the epoch; a moment in the future of all passes is as good as any. */
export function createFakeClock(start: number = Date.UTC(2030, 0, 2, 9, 30)): FakeClock {
  let now = start;
  let count = 0;
  const timers = new Set<Timer>();

  const after = (milliseconds: number, callback: () => void): Cancel => {
    count += 1;
    const timer = { due: now + Math.max(0, milliseconds), order: count, callback };
    timers.add(timer);
    return () => {
      timers.delete(timer);
    };
  };

  const every = (milliseconds: number, callback: () => void): Cancel => {
    let cancel: Cancel = () => undefined;
    const again = () => {
      cancel = after(milliseconds, () => {
        again();
        callback();
      });
    };
    again();
    return () => {
      cancel();
    };
  };

  const next = (until: number): Timer | undefined =>
    [...timers]
      .filter(({ due }) => due <= until)
      .sort((one, other) => one.due - other.due || one.order - other.order)[0];

  return {
    now: () => now,
    after,
    every,
    advance: (milliseconds) => {
      const until = now + milliseconds;
      for (let timer = next(until); timer !== undefined; timer = next(until)) {
        now = timer.due;
        timers.delete(timer);
        timer.callback();
      }
      now = until;
    },
  };
}
