import { Fragment, createElement, type ReactNode } from 'react';
import type { ArgumentsOf, Catalogue, LaterPhraseKey, PhraseKey, Translate } from './catalogue.ts';
import type { Phrase } from './phrase.ts';

interface WordsOf<Keys extends PhraseKey | LaterPhraseKey> {
  readonly locale: string;
  readonly direction: 'ltr' | 'rtl';
  readonly reviewed: boolean;
  /** A phrase as text. */
  readonly say: <Key extends Keys>(key: Key, ...parameters: ArgumentsOf<Key, string | number>) => string;
  /** A phrase with components in its placeholders, for example a roster name. */
  readonly show: <Key extends Keys>(key: Key, ...parameters: ArgumentsOf<Key, ReactNode>) => ReactNode;
}

/** The words of the interface in the person's language. */
export interface Words extends WordsOf<PhraseKey> {
  /** The catalogue they are from, and who has the first word. */
  readonly source: { readonly catalogue: Catalogue; readonly translate?: Translate | undefined };
}

/** The words of parts that load when they are needed. */
export type LaterWords = WordsOf<LaterPhraseKey>;

type Parameters = Readonly<Record<string, unknown>>;

const placeholder = /\{(\w+)\}/;

/** Letters that run against the sentence they are put into. */
const against = { ltr: /[\u0590-\u08ff\ufb1d-\ufefc]/, rtl: /[a-z]/i };

const wordsOf = <Keys extends PhraseKey | LaterPhraseKey>(
  { catalogue, translate }: Words['source'],
  phraseOf: (key: Keys) => Phrase,
): WordsOf<Keys> => {
  const { locale, direction, reviewed } = catalogue;
  const plural = new Intl.PluralRules(locale);
  const number = new Intl.NumberFormat(locale);

  const textOf = (key: Keys, parameters: Parameters): string => {
    const phrase: Phrase = translate?.(key, locale) ?? phraseOf(key);
    if (typeof phrase === 'string') return phrase;
    const { count } = parameters;
    return (typeof count === 'number' ? phrase[plural.select(count)] : undefined) ?? phrase.other;
  };

  /** The text's pieces; every second one is the name of a placeholder. */
  const fill = (key: Keys, parameters: Parameters): unknown[] =>
    textOf(key, parameters)
      .split(placeholder)
      .map((piece, index) => {
        const value = index % 2 === 0 ? piece : parameters[piece];
        if (typeof value === 'number') return number.format(value);
        // First strong isolate: a name in another script does not pull the words around it out of their order.
        return index % 2 === 1 && typeof value === 'string' && against[direction].test(value)
          ? `\u2068${value}\u2069`
          : value;
      });

  return {
    locale,
    direction,
    reviewed,
    say: (key, ...[parameters]) => fill(key, parameters ?? {}).join(''),
    show: (key, ...[parameters]) =>
      createElement(Fragment, null, ...fill(key, parameters ?? {}).map((piece) => piece as ReactNode)),
  };
};

/** Makes the words of one catalogue; `translate` has the first word on every phrase. */
export function createWords(catalogue: Catalogue, translate?: Translate): Words {
  const source = { catalogue, translate };
  return { source, ...wordsOf<PhraseKey>(source, (key) => catalogue.phrases[key]) };
}

/** The words of later parts in the language of these; what the catalogue leaves out is said in English. */
export function createLaterWords({ source }: Words, english: Readonly<Record<LaterPhraseKey, Phrase>>): LaterWords {
  return wordsOf(source, (key) => source.catalogue.later?.[key] ?? english[key]);
}
