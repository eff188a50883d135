'use client';
import type { Visit } from '@quietroom/core';
import { useEffect, useState } from 'react';

const closing = new WeakMap<Visit, ReturnType<typeof setTimeout>>();

const sameKey = (one: readonly unknown[], other: readonly unknown[]): boolean =>
  one.length === other.length && one.every((part, index) => Object.is(part, other[index]));

/**
 * Owns a visit for as long as the component is mounted and `key` stays the same. Closes it a macrotask after that, so
 * that React's StrictMode, which unmounts and mounts again, joins once.
 * @param create makes the visit. Making one does nothing, so a discarded one needs no closing.
 */
export function useVisitOwner(create: () => Visit, key: readonly unknown[]): Visit {
  const [kept, keep] = useState(() => ({ key, visit: create() }));
  let owned = kept;
  if (!sameKey(kept.key, key)) {
    owned = { key, visit: create() };
    keep(owned);
  }
  const { visit } = owned;

  useEffect(() => {
    clearTimeout(closing.get(visit));
    return () => {
      closing.set(
        visit,
        setTimeout(() => void visit.close(), 0),
      );
    };
  }, [visit]);

  return visit;
}
