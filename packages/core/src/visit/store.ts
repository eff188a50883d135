import type { Readable } from './readable.ts';

/** A {@link Readable} that its owner can change. Setting the same value tells nobody. */
export interface Store<Value> extends Readable<Value> {
  readonly set: (value: Value) => void;
}

/** See {@link Store}. Whoever subscribes twice is told twice, and a change made while telling is told in its turn. */
export const createStore = <Value>(initial: Value): Store<Value> => {
  const listeners = new Set<{ readonly tell: () => void }>();
  let value = initial;
  return {
    get: () => value,
    set: (next) => {
      if (Object.is(next, value)) return;
      value = next;
      for (const { tell } of listeners) tell();
    },
    subscribe: (listener) => {
      const entry = { tell: listener };
      listeners.add(entry);
      return () => {
        listeners.delete(entry);
      };
    },
  };
};
