'use client';
import { useId } from 'react';
import { useLaterWords } from '../messages-catalogue/use-later-words.ts';

/** What happens next to somebody who waits, in three steps, and what to do when it takes long. */
export function WhatNext() {
  const { say } = useLaterWords();
  const heading = useId();
  return (
    <section className="qr-next" aria-labelledby={heading}>
      <h3 id={heading} className="qr-subtitle">
        {say('next.heading')}
      </h3>
      <ol>
        <li>{say('next.seen')}</li>
        <li>{say('next.letIn')}</li>
        <li>{say('next.begin')}</li>
      </ol>
      <p>{say('next.place')}</p>
      <p className="qr-soft qr-small">{say('next.long')}</p>
    </section>
  );
}
