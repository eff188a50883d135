'use client';
import type { ParticipantId } from '@quietroom/core';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useVisit } from '../visit-context/use-visit.ts';
import { keepDrafts, keptDrafts } from './kept-drafts.ts';

/** Texts not sent yet, one per person, in memory only: a draft is never stored and never moves to somebody else. */
export interface Drafts {
  readonly of: (recipient: ParticipantId) => string;
  readonly write: (recipient: ParticipantId, text: string) => void;
  /** The text was sent: it goes, unless it was changed meanwhile. */
  readonly sent: (recipient: ParticipantId, text: string) => void;
}

/** See {@link Drafts}. */
export function useDrafts(): Drafts {
  const visit = useVisit();
  const [drafts, setDrafts] = useState(() => keptDrafts(visit));
  const latest = useRef(drafts);

  useEffect(() => {
    latest.current = drafts;
  }, [drafts]);
  useEffect(
    () => () => {
      keepDrafts(visit, latest.current);
    },
    [visit],
  );

  const write = useCallback((recipient: ParticipantId, text: string) => {
    setDrafts((before) => new Map(before).set(recipient, text));
  }, []);
  const sent = useCallback((recipient: ParticipantId, text: string) => {
    setDrafts((before) => (before.get(recipient) === text ? new Map(before).set(recipient, '') : before));
  }, []);
  return { of: (recipient) => drafts.get(recipient) ?? '', write, sent };
}
