'use client';
import { useState } from 'react';
import { useVisitState } from '../hooks/use-visit-state.ts';
import { useHiddenPictures } from '../stage/hidden-pictures.ts';
import { useInterpreterTrouble } from '../stage/interpreters.ts';

/** Whether somebody has come through badly, or pictures were hidden, since this was first asked: then `WeakConnection` is wanted. */
export function useWeakness(): boolean {
  const weak = useVisitState(({ order, participants }) => order.some((id) => participants[id]?.quality === 'poor'));
  const trouble = useInterpreterTrouble();
  const [hidden] = useHiddenPictures();
  const [met, setMet] = useState(false);
  if (!met && (weak || hidden || trouble !== null)) setMet(true);
  return met;
}
