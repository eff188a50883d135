/** A value that can be read and watched: the shape `useSyncExternalStore` wants. */
export interface Readable<Value> {
  get(): Value;
  subscribe(listener: () => void): () => void;
}
