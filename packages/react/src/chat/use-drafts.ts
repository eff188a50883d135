'use client';
import type { ParticipantId } from '@quietroom/core';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useVisitState } from '../hooks/use-visit-state.ts';
import { useVisit } from '../visit-context/use-visit.ts';
import { keepDrafts, keptDrafts } from './kept-drafts.ts';

/** Texts not sent yet, one per person, in memory only: a draft is never stored and never goes to somebody else. */
export interface Drafts {
  readonly of: (recipient: ParticipantId) => string;
  readonly write: (recipient: ParticipantId, text: string) => void;
  /** The text could not be sent: it comes back, in front of what was written meanwhile. */
  readonly restore: (recipient: ParticipantId, text: string) => void;
  /** The same person has come back under another id. */
  readonly move: (from: ParticipantId, to: ParticipantId) => void;
}

/** See {@link Drafts}. */
export function useDrafts(): Drafts {
  const visit = useVisit();
  const [drafts, setDrafts] = useState(() => keptDrafts(visit));
  const latest = useRef(drafts);
  const over = useVisitState((state) => state.phase.name === 'ended');
  if (over && drafts.size > 0) setDrafts(new Map());

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
  const restore = useCallback((recipient: ParticipantId, text: string) => {
    setDrafts((before) => {
      const since = before.get(recipient) ?? '';
      return new Map(before).set(recipient, since === '' ? text : `${text}\n${since}`);
    });
  }, []);
  const move = useCallback((from: ParticipantId, to: ParticipantId) => {
    setDrafts((before) => {
      const after = new Map(before).set(to, before.get(from) ?? '');
      after.delete(from);
      return after;
    });
  }, []);
  return { of: (recipient) => drafts.get(recipient) ?? '', write, restore, move };
}
