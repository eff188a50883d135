'use client';
import type { ParticipantId } from '@quietroom/core';
import { useId, useRef, type KeyboardEvent } from 'react';
import { useLaterWords } from '../messages-catalogue/use-later-words.ts';
import { RecipientOption } from './recipient-option.tsx';

interface RecipientListProps {
  readonly recipients: readonly ParticipantId[];
  /** Somebody written with before who cannot be reached now, still shown so that nobody else takes their place unseen. */
  readonly unreachable: readonly ParticipantId[];
  readonly chosen: ParticipantId | null;
  readonly onChoose: (recipient: ParticipantId) => void;
}

/** Where a key leads from one option; the list reads in lines, so it goes both ways. */
function target(key: string, from: number, last: number, direction: 'ltr' | 'rtl'): number | null {
  const [forward, back] = direction === 'rtl' ? ['ArrowLeft', 'ArrowRight'] : ['ArrowRight', 'ArrowLeft'];
  if (key === 'ArrowDown' || key === forward) return Math.min(from + 1, last);
  if (key === 'ArrowUp' || key === back) return Math.max(from - 1, 0);
  if (key === 'Home') return 0;
  return key === 'End' ? last : null;
}

/**
 * Whom the message goes to. A list that is always open, with names as text: a native select would put them into its
 * options, where replay tools and extensions read, and a closed menu would hide who is about to be written to.
 */
export function RecipientList({ recipients, unreachable, chosen, onChoose }: RecipientListProps) {
  const words = useLaterWords();
  const label = useId();
  const list = useRef<HTMLUListElement>(null);
  const everybody = [...recipients, ...unreachable];

  const step = (event: KeyboardEvent, from: number) => {
    const next = target(event.key, from, everybody.length - 1, words.direction);
    const recipient = next === null ? undefined : everybody[next];
    if (next === null || recipient === undefined) return;
    event.preventDefault();
    onChoose(recipient);
    list.current?.querySelectorAll<HTMLElement>('[role=option]')[next]?.focus();
  };

  return (
    <div className="qr-field qr-recipients">
      <span id={label} className="qr-label">
        {words.say('chat.recipient')}
      </span>
      <ul ref={list} role="listbox" aria-labelledby={label} aria-required>
        {everybody.map((id, index) => (
          <RecipientOption
            key={id}
            id={id}
            chosen={id === chosen}
            reachable={index < recipients.length}
            focusable={chosen === null ? index === 0 : id === chosen}
            onChoose={() => {
              onChoose(id);
            }}
            onStep={(event) => {
              step(event, index);
            }}
          />
        ))}
      </ul>
    </div>
  );
}
