/** Something that can be listened to, without state. */
export interface Channel<Value> {
  readonly emit: (value: Value) => void;
  readonly listen: (listener: (value: Value) => void) => () => void;
}

/** A listener that throws is reported and does not keep the others from hearing. */
export const createChannel = <Value>(): Channel<Value> => {
  const listeners = new Set<(value: Value) => void>();
  return {
    emit: (value) => {
      for (const listener of [...listeners]) {
        try {
          listener(value);
        } catch (error) {
          queueMicrotask(() => {
            throw error;
          });
        }
      }
    },
    listen: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
};
