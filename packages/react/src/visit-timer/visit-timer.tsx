'use client';
import { useEffect, useMemo, useRef } from 'react';
import { useLaterWords } from '../messages-catalogue/use-later-words.ts';
import { useVisit } from '../visit-context/use-visit.ts';

const second = 1000;

/** As hours, minutes and seconds with the digits of a language: `0:07`, `12:41`, `1:02:03`. */
const clockOf = (locale: string) => {
  const first = new Intl.NumberFormat(locale);
  const rest = new Intl.NumberFormat(locale, { minimumIntegerDigits: 2 });
  return (milliseconds: number): string => {
    const seconds = Math.max(0, Math.floor(milliseconds / second));
    const parts = [Math.floor(seconds / 60) % 60, seconds % 60];
    if (seconds >= 3600) parts.unshift(Math.floor(seconds / 3600));
    return parts.map((part, index) => (index === 0 ? first : rest).format(part)).join(':');
  };
};

/**
 * How long this page has been in the visit, a reconnect included. A timer, which screen readers read when asked and
 * never announce. Written past React, so that a second renders nothing.
 */
export function VisitTimer() {
  const { state } = useVisit();
  const { say, locale } = useLaterWords();
  const digits = useRef<HTMLSpanElement>(null);
  const write = useMemo(() => clockOf(locale), [locale]);

  useEffect(() => {
    let since: number | null = null;
    const tick = () => {
      const { phase } = state.get();
      // While reconnecting, the phase says since when that goes on.
      if (phase.name === 'joined') since = phase.since;
      if (since !== null && digits.current) digits.current.textContent = write(Date.now() - since);
    };
    tick();
    const ticking = setInterval(tick, second);
    return () => {
      clearInterval(ticking);
    };
  }, [state, write]);

  return (
    <p className="qr-timer" role="timer" aria-live="off">
      <span className="qr-hidden">{say('timer.label')} </span>
      <span ref={digits} />
    </p>
  );
}
