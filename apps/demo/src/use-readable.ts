import type { Readable } from '@quietroom/core';
import { useSyncExternalStore } from 'react';

/** Watches one part of a value. The part must be the same object as long as it has not changed. */
export const useReadable = <Value, Part>(readable: Readable<Value>, select: (value: Value) => Part): Part =>
  useSyncExternalStore(
    (listener) => readable.subscribe(listener),
    () => select(readable.get()),
  );
