'use client';
import type { ParticipantId, VisitState } from '@quietroom/core';
import { useMemo } from 'react';
import { useVisit } from '../visit-context/use-visit.ts';
import { useSelection } from './use-selection.ts';
import { watchPerson } from './watch-person.ts';

/**
 * Like `useVisitState`, for what changes with one person only: nothing is asked when only others change.
 * @param id `self` for the person at this page: then it is `useVisitState`.
 */
export function usePersonState<Selected>(
  id: ParticipantId | 'self',
  select: (state: VisitState) => Selected,
  same?: (one: Selected, other: Selected) => boolean,
): Selected {
  const { state } = useVisit();
  const person = useMemo(() => (id === 'self' ? state : watchPerson(state, id)), [state, id]);
  return useSelection(person, select, same);
}
