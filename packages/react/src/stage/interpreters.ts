'use client';
import type { ParticipantId, VisitState } from '@quietroom/core';
import { useCallback, useState } from 'react';
import { useVisitState } from '../hooks/use-visit-state.ts';
import { visitChoice } from './visit-choice.ts';

const nobody: readonly ParticipantId[] = [];

/** The interpreters whom the person at this page has given a place like everybody's. */
export const useUnpinnedInterpreters = visitChoice(nobody);

/** The interpreters whose picture has stopped moving, as the stage sees it. */
export const useStoppedInterpreters = visitChoice(nobody);

/** The list with somebody in it, or without. */
export const withOrWithout = (
  list: readonly ParticipantId[],
  id: ParticipantId,
  wanted: boolean,
): readonly ParticipantId[] =>
  wanted ? [...list.filter((other) => other !== id), id] : list.filter((other) => other !== id);

export const sameIds = (one: readonly ParticipantId[], other: readonly ParticipantId[]): boolean =>
  one.length === other.length && one.every((id, index) => id === other[index]);

const seenNow = ({ order, participants }: VisitState): readonly ParticipantId[] =>
  order.filter((id) => participants[id]?.role === 'interpreter' && participants[id].camera?.sending === true);

/**
 * The interpreters with a place of their own: those who have shown their picture, so that one who only speaks takes no
 * room, and one whose camera goes off for a moment keeps theirs.
 */
export function useInterpreters(): readonly ParticipantId[] {
  const now = useVisitState(seenNow, sameIds);
  const [seen, setSeen] = useState(now);
  const [unpinned] = useUnpinnedInterpreters();
  const fresh = now.filter((id) => !seen.includes(id));
  if (fresh.length > 0) setSeen([...seen, ...fresh]);
  const here = useVisitState(
    useCallback(({ order }: VisitState) => seen.filter((id) => order.includes(id)), [seen]),
    sameIds,
  );
  return here.filter((id) => !unpinned.includes(id));
}

/** How badly an interpreter's picture comes through, of those in a place of their own: the worst. */
export function useInterpreterTrouble(): 'poor' | 'stopped' | null {
  const [unpinned] = useUnpinnedInterpreters();
  const [stopped] = useStoppedInterpreters();
  return useVisitState(
    useCallback(
      (state: VisitState) => {
        const watched = seenNow(state).filter((id) => !unpinned.includes(id));
        const has = (quality: 'lost' | 'poor') => watched.some((id) => state.participants[id]?.quality === quality);
        if (has('lost') || watched.some((id) => stopped.includes(id))) return 'stopped';
        return has('poor') ? 'poor' : null;
      },
      [unpinned, stopped],
    ),
  );
}
