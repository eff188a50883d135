/** A value that can be read and watched: the shape `useSyncExternalStore` wants. */
export interface Readable<Value> {
  readonly get: () => Value;
  readonly subscribe: (listener: () => void) => () => void;
}
