'use client';
import type { Visit } from '@quietroom/core';
import { useSyncExternalStore } from 'react';
import { useVisit } from '../visit-context/use-visit.ts';

interface Choice<Value> {
  readonly get: () => Value;
  readonly change: (next: (now: Value) => Value) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

const createChoice = <Value>(value: Value): Choice<Value> => {
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    change: (next) => {
      value = next(value);
      for (const listener of [...listeners]) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};

/** Something that is so on this page for a visit, as long as the visit's object lives: a hook that reads and changes it. */
export function visitChoice<Value>(initial: Value): () => readonly [value: Value, change: Choice<Value>['change']] {
  const choices = new WeakMap<Visit, Choice<Value>>();
  const choiceFor = (visit: Visit) => {
    const choice = choices.get(visit) ?? createChoice(initial);
    choices.set(visit, choice);
    return choice;
  };
  return function useVisitChoice() {
    const { get, change, subscribe } = choiceFor(useVisit());
    return [useSyncExternalStore(subscribe, get, get), change];
  };
}
