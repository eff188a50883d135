import type { Readable } from '@quietroom/core';

/** Resolves with the first value for which the condition holds, now or after any change. Waits for facts, never for time. */
export function until<Value>(readable: Readable<Value>, holds: (value: Value) => boolean): Promise<Value> {
  return new Promise((resolve) => {
    let stop: () => unknown = () => undefined;
    let found = false;
    const look = () => {
      const value = readable.get();
      if (found || !holds(value)) return;
      found = true;
      stop();
      resolve(value);
    };
    stop = readable.subscribe(look);
    look();
  });
}
