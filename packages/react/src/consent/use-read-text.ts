'use client';
import type { ConsentText, ReadText } from '@quietroom/core';
import { useMemo } from 'react';
import { useLaterWords } from '../messages-catalogue/use-later-words.ts';
import { sayStatement } from './say-statement.ts';

/** What this person has read, for the receipt: the language, and the sentences where they are not the English ones. */
export function useReadText(text: ConsentText | null): ReadText {
  const words = useLaterWords();
  return useMemo(() => {
    const shown = (text?.statements ?? []).map((statement) => sayStatement(words, statement));
    const isEnglish = shown.every((sentence, index) => sentence === text?.english[index]);
    return { language: words.locale, ...(isEnglish ? {} : { shown }) };
  }, [words, text]);
}
