'use client';
import type { VisitState } from '@quietroom/core';
import { useVisit } from '../visit-context/use-visit.ts';
import { useSelection } from './use-selection.ts';

/** A part of the visit's state; renders only when that part changes. See `useSelection` for the parameters. */
export function useVisitState<Selected>(
  select: (state: VisitState) => Selected,
  same?: (one: Selected, other: Selected) => boolean,
): Selected {
  return useSelection(useVisit().state, select, same);
}
