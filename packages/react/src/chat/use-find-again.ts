'use client';
import type { ParticipantId } from '@quietroom/core';
import { useCallback } from 'react';
import { findIdentity } from '../roster-name/identity.ts';
import { useVisitContext } from '../visit-context/use-visit.ts';

/** Finds, among some people, the one whose verified pass names the same person as somebody who is gone. */
export function useFindAgain(): (gone: ParticipantId, among: readonly ParticipantId[]) => ParticipantId | undefined {
  const { visit, remembered } = useVisitContext();
  return useCallback(
    (gone, among) => {
      const state = visit.state.get();
      const sub = (findIdentity(state, gone) ?? remembered.get(gone))?.sub ?? null;
      return sub === null ? undefined : among.find((id) => state.participants[id]?.sub === sub);
    },
    [visit, remembered],
  );
}
