'use client';
import { useMemo } from 'react';
import type { LaterWords } from './create-words.ts';
import { createLaterWords } from './create-words.ts';
import { laterEnglish } from './later-english.ts';
import { useWords } from './words-context.ts';

/** The words of parts that load later, in the person's language. Only such a part may use it: it brings their English. */
export function useLaterWords(): LaterWords {
  const words = useWords();
  return useMemo(() => createLaterWords(words, laterEnglish), [words]);
}
