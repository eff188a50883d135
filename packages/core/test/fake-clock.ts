import type { Clock } from '../src/contract/environment.ts';

/** A clock that moves only when told to. */
export interface FakeClock extends Clock {
  /** Moves on, calling what falls due in order. */
  advance(milliseconds: number): void;
  /** How many callbacks are still scheduled. */
  readonly scheduled: () => number;
}

export const createFakeClock = (start = 1_800_000_000_000): FakeClock => {
  let now = start;
  let next = 0;
  const due = new Map<number, { at: number; every: number | null; callback: () => void }>();
  const schedule = (milliseconds: number, every: number | null, callback: () => void): (() => void) => {
    next += 1;
    const id = next;
    due.set(id, { at: now + milliseconds, every, callback });
    return () => due.delete(id);
  };
  return {
    now: () => now,
    after: (milliseconds, callback) => schedule(milliseconds, null, callback),
    every: (milliseconds, callback) => schedule(milliseconds, milliseconds, callback),
    advance: (milliseconds) => {
      const until = now + milliseconds;
      for (;;) {
        const [first] = [...due].filter(([, task]) => task.at <= until).sort((one, other) => one[1].at - other[1].at);
        if (first === undefined) break;
        const [id, task] = first;
        now = task.at;
        if (task.every === null) due.delete(id);
        else task.at += task.every;
        task.callback();
      }
      now = until;
    },
    scheduled: () => due.size,
  };
};
