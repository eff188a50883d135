'use client';
import type { Readable } from '@quietroom/core';
import { useMemo, useSyncExternalStore } from 'react';
import { createSelection } from './create-selection.ts';

/**
 * A part of something readable; renders only when that part changes.
 * @param select keep it stable (a module constant or `useCallback`) where it makes new objects.
 * @param same when two results are the same. Default: the same object.
 */
export function useSelection<Value, Selected>(
  readable: Readable<Value>,
  select: (value: Value) => Selected,
  same: (one: Selected, other: Selected) => boolean = Object.is,
): Selected {
  const read = useMemo(() => createSelection(() => readable.get(), select, same), [readable, select, same]);
  const subscribe = useMemo(() => (listener: () => void) => readable.subscribe(listener), [readable]);
  return useSyncExternalStore(subscribe, read, read);
}
