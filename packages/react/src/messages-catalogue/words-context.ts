'use client';
import { createContext, useContext } from 'react';
import { createWords, type Words } from './create-words.ts';
import { en } from './en.ts';

/** English outside a provider, so that a single part can be shown alone. */
export const WordsContext = createContext<Words>(createWords(en));

/** The words of the interface in the person's language. */
export function useWords(): Words {
  return useContext(WordsContext);
}
