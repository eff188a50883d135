'use client';
import { useEffect, useState } from 'react';
import type { Words } from '../messages-catalogue/create-words.ts';
import { useWords } from '../messages-catalogue/words-context.ts';

const minute = 60_000;

/** A duration in whole minutes. */
export function sayMinutes(words: Words, milliseconds: number): string {
  const minutes = Math.floor(milliseconds / minute);
  if (minutes < 1) return words.say('waiting.lessThanAMinute');
  return new Intl.NumberFormat(words.locale, { style: 'unit', unit: 'minute', unitDisplay: 'long' }).format(minutes);
}

/** How long somebody has waited, in whole minutes. A timer, which screen readers read when asked and never announce. */
export function Waited({ since }: { readonly since: number }) {
  const words = useWords();
  const [now, setNow] = useState(() => Date.now());

  useEffect(() => {
    const ticking = setInterval(() => {
      setNow(Date.now());
    }, minute / 4);
    return () => {
      clearInterval(ticking);
    };
  }, []);

  return (
    <p role="timer" aria-live="off" className="qr-soft qr-small">
      {words.say('waiting.elapsed', { duration: sayMinutes(words, now - since) })}
    </p>
  );
}
