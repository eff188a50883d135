'use client';
import { useEffect, useRef } from 'react';
import { useLaterWords } from '../messages-catalogue/use-later-words.ts';
import { useVisit } from '../visit-context/use-visit.ts';

const second = 1000;

const hour = 3_600_000;

/** As minutes and seconds, after an hour with hours: `12:41`, `01:02:03`. */
const clockOf = (elapsed: number): string =>
  new Date(Math.max(0, elapsed)).toISOString().slice(elapsed < hour ? 14 : 11, 19);

/**
 * How long this page has been in the visit, a reconnect included. A timer, which screen readers read when asked and
 * never announce. Written past React, so that a second renders nothing.
 */
export function VisitTimer() {
  const { state } = useVisit();
  const { say } = useLaterWords();
  const digits = useRef<HTMLSpanElement>(null);

  useEffect(() => {
    let since: number | null = null;
    const tick = () => {
      const { phase } = state.get();
      // While reconnecting, the phase says since when that goes on.
      if (phase.name === 'joined') since = phase.since;
      if (since !== null && digits.current) digits.current.textContent = clockOf(Date.now() - since);
    };
    tick();
    const ticking = setInterval(tick, second);
    return () => {
      clearInterval(ticking);
    };
  }, [state]);

  return (
    <p className="qr-timer" role="timer" aria-live="off">
      <span className="qr-hidden">{say('timer.label')} </span>
      <span ref={digits} />
    </p>
  );
}
