'use client';
import type { ParticipantId } from '@quietroom/core';
import { useEffect, useRef, useState, type RefObject } from 'react';
import { useVisit } from '../visit-context/use-visit.ts';

/**
 * Who speaks, or spoke last, or was here first: without going to and fro, and not while somebody walks through the tiles
 * by keyboard, because whoever becomes large takes another's place, and the focus might go with it.
 * @param wanted while false nothing renders when somebody else speaks.
 * @param tiles where people walk by keyboard.
 */
export function useSpeaker(
  wanted: boolean,
  people: readonly ParticipantId[],
  tiles?: RefObject<HTMLElement | null>,
): ParticipantId | null {
  const { state } = useVisit();
  const [speaker, setSpeaker] = useState<ParticipantId | null>(null);
  const latest = useRef(people);
  useEffect(() => {
    latest.current = people;
  });
  useEffect(() => {
    if (!wanted) return;
    const may = (id: ParticipantId) => latest.current.includes(id) && !tiles?.current?.querySelector(':focus-visible');
    let stop: (() => void) | null | undefined;
    import('./follow-speaker.ts').then(
      ({ followSpeaker }) => {
        if (stop !== null) stop = followSpeaker(state, may, setSpeaker);
      },
      // Without it the first stays large, and people can still be pinned.
      () => undefined,
    );
    return () => {
      stop?.();
      stop = null;
    };
  }, [wanted, state, tiles]);
  return speaker !== null && people.includes(speaker) ? speaker : (people[0] ?? null);
}
