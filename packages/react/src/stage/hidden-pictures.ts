'use client';
import type { Visit } from '@quietroom/core';
import { useSyncExternalStore } from 'react';
import { useVisit } from '../visit-context/use-visit.ts';

interface Choice {
  readonly get: () => boolean;
  readonly set: (hidden: boolean) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

/** A person's choice for a visit, as long as the visit's object lives. */
const choices = new WeakMap<Visit, Choice>();

const createChoice = (): Choice => {
  const listeners = new Set<() => void>();
  let hidden = false;
  return {
    get: () => hidden,
    set: (next) => {
      hidden = next;
      for (const listener of [...listeners]) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};

const choiceFor = (visit: Visit): Choice => {
  const choice = choices.get(visit) ?? createChoice();
  choices.set(visit, choice);
  return choice;
};

/** Whether the others' pictures are hidden on this page, so that sound has the connection and the computer to itself. */
export function useHiddenPictures(): readonly [hidden: boolean, hide: (hidden: boolean) => void] {
  const { get, set, subscribe } = choiceFor(useVisit());
  return [useSyncExternalStore(subscribe, get, get), set];
}
