'use client';
import type { Participant, ParticipantId, VisitState } from '@quietroom/core';
import { useCallback } from 'react';
import { usePersonState } from './use-person-state.ts';

/**
 * A part of somebody in the visit; undefined once they are gone. Renders only when that part changes.
 * @param select keep it stable: a module constant or `useCallback`.
 */
export function useParticipant<Selected>(
  id: ParticipantId,
  select: (participant: Participant) => Selected,
): Selected | undefined {
  return usePersonState(
    id,
    useCallback(
      (state: VisitState) => {
        const participant = state.participants[id];
        return participant && select(participant);
      },
      [id, select],
    ),
  );
}
