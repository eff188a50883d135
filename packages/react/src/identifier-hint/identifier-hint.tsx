'use client';
import { findIdentifiers } from '@quietroom/core/privacy';
import { useDeferredValue, useMemo } from 'react';
import { useLaterWords } from '../messages-catalogue/use-later-words.ts';

/** See {@link IdentifierHint}. */
export interface IdentifierHintProps {
  /** What somebody is writing. Looked at on this page; it goes nowhere. */
  readonly text: string;
}

/** Says which kinds of identifiers a text seems to hold. Never blocks, never repeats them, never sends anything. */
export function IdentifierHint({ text }: IdentifierHintProps) {
  const { locale, say } = useLaterWords();
  const settled = useDeferredValue(text);
  const kinds = useMemo(() => findIdentifiers(settled, { in: 'conversation' }), [settled]);
  const list = useMemo(() => new Intl.ListFormat(locale, { type: 'conjunction' }), [locale]);
  return (
    <p className="qr-small qr-soft" role="status">
      {kinds.length === 0 ? null : say('hint.found', { kinds: list.format(kinds.map((kind) => say(`hint.${kind}`))) })}
    </p>
  );
}
