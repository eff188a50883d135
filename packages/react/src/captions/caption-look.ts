'use client';
import type { Visit } from '@quietroom/core';
import { useSyncExternalStore } from 'react';
import { useVisit } from '../visit-context/use-visit.ts';
import { standardLook, type CaptionLook } from './caption-choices.ts';

/** What somebody wants of captions on this page. */
export interface CaptionPreferences {
  readonly look: CaptionLook;
  /** Whether a screen reader is given what was said, sentence by sentence. Most of its users hear it being said. */
  readonly readAloud: boolean;
}

const standard: CaptionPreferences = { look: standardLook, readAloud: false };

interface Kept {
  readonly get: () => CaptionPreferences;
  readonly set: (preferences: CaptionPreferences) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

/** In memory only, as long as the visit's object lives: nothing is stored unless the host does. */
const kept = new WeakMap<Visit, Kept>();

const keep = (visit: Visit): Kept => {
  const listeners = new Set<() => void>();
  let preferences = standard;
  const made: Kept = {
    get: () => preferences,
    set: (next) => {
      preferences = next;
      for (const listener of [...listeners]) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  kept.set(visit, made);
  return made;
};

/**
 * How this person wants captions, and a way to change it. A host that knows the person can keep it for them and set it
 * again; the library keeps it in memory only.
 */
export function useCaptionPreferences(): readonly [CaptionPreferences, (preferences: CaptionPreferences) => void] {
  const visit = useVisit();
  const { get, set, subscribe } = kept.get(visit) ?? keep(visit);
  return [useSyncExternalStore(subscribe, get, get), set];
}
