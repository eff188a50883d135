'use client';
import type { ParticipantId } from '@quietroom/core';
import { useCallback, useState } from 'react';
import { useVisitState } from '../hooks/use-visit-state.ts';

/**
 * Who speaks, or spoke last, or was here first.
 * @param wanted while false nothing renders when somebody else speaks.
 */
export function useSpeaker(wanted: boolean, people: readonly ParticipantId[]): ParticipantId | null {
  const speaks = useVisitState(useCallback(({ activeSpeaker }) => (wanted ? activeSpeaker : null), [wanted]));
  const [spoke, setSpoke] = useState<ParticipantId | null>(null);
  if (speaks !== null && speaks !== spoke) setSpoke(speaks);
  const speaker = speaks ?? spoke;
  return speaker !== null && people.includes(speaker) ? speaker : (people[0] ?? null);
}
