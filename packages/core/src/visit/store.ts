import { createStore as createZustandStore } from 'zustand/vanilla';
import type { Readable } from './readable.ts';

/** A {@link Readable} that its owner can change. Setting the same value tells nobody. */
export interface Store<Value> extends Readable<Value> {
  readonly set: (value: Value) => void;
}

/** Zustand stays behind this door: it never shows in a public type. */
export const createStore = <Value>(initial: Value): Store<Value> => {
  const store = createZustandStore<{ readonly value: Value }>(() => ({ value: initial }));
  return {
    get: () => store.getState().value,
    set: (value) => {
      if (!Object.is(value, store.getState().value)) store.setState({ value }, true);
    },
    subscribe: (listener) => store.subscribe(listener),
  };
};
