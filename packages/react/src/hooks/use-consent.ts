'use client';
import type { ConsentMatter, ConsentState, ConsentSubject } from '@quietroom/core';
import { useCallback } from 'react';
import { useVisit } from '../visit-context/use-visit.ts';
import { useSelection } from './use-selection.ts';

/** Who has agreed to recording, or to captions, and what this page's person answered. */
export function useConsent(subject: ConsentSubject): ConsentMatter {
  return useSelection(
    useVisit().consent.state,
    useCallback((state: ConsentState) => state[subject], [subject]),
  );
}
