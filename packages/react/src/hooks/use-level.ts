'use client';
import { voiceLevel, type ParticipantId } from '@quietroom/core';
import { useEffect, type RefObject } from 'react';
import { useVisit } from '../visit-context/use-visit.ts';

/**
 * Draws a level on an element without rendering: `--qr-level` from 0 to 1, and `data-speaking` while it is a voice.
 * @param id somebody in the visit, or `self` for this page's own microphone.
 */
export function useLevel(id: ParticipantId | 'self', element: RefObject<HTMLElement | null>): void {
  const visit = useVisit();
  useEffect(() => {
    const draw = (level: number) => {
      element.current?.style.setProperty('--qr-level', level.toFixed(2));
      element.current?.toggleAttribute('data-speaking', level > voiceLevel);
    };
    const stop = id === 'self' ? visit.media.onLevel(draw) : visit.onLevel(id, draw);
    const drawn = element.current;
    return () => {
      stop();
      drawn?.style.removeProperty('--qr-level');
      drawn?.removeAttribute('data-speaking');
    };
  }, [visit, id, element]);
}
