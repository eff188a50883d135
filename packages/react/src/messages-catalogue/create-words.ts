import { Fragment, createElement, type ReactNode } from 'react';
import type { ArgumentsOf, Catalogue, PhraseKey, Translate } from './catalogue.ts';
import type { Phrase } from './phrase.ts';

/** The words of the interface in the person's language. */
export interface Words {
  readonly locale: string;
  readonly direction: 'ltr' | 'rtl';
  readonly reviewed: boolean;
  /** A phrase as text. */
  readonly say: <Key extends PhraseKey>(key: Key, ...parameters: ArgumentsOf<Key, string | number>) => string;
  /** A phrase with components in its placeholders, for example a roster name. */
  readonly show: <Key extends PhraseKey>(key: Key, ...parameters: ArgumentsOf<Key, ReactNode>) => ReactNode;
}

type Parameters = Readonly<Record<string, unknown>>;

const placeholder = /\{(\w+)\}/;

/** Makes the words of one catalogue; `translate` has the first word on every phrase. */
export function createWords(catalogue: Catalogue, translate?: Translate): Words {
  const { locale, direction, reviewed, phrases } = catalogue;
  const plural = new Intl.PluralRules(locale);
  const number = new Intl.NumberFormat(locale);

  const textOf = (key: PhraseKey, parameters: Parameters): string => {
    const phrase: Phrase = translate?.(key, locale) ?? phrases[key];
    if (typeof phrase === 'string') return phrase;
    const { count } = parameters;
    return (typeof count === 'number' ? phrase[plural.select(count)] : undefined) ?? phrase.other;
  };

  /** The text's pieces; every second one is the name of a placeholder. */
  const fill = (key: PhraseKey, parameters: Parameters): unknown[] =>
    textOf(key, parameters)
      .split(placeholder)
      .map((piece, index) => {
        const value = index % 2 === 0 ? piece : parameters[piece];
        return typeof value === 'number' ? number.format(value) : value;
      });

  return {
    locale,
    direction,
    reviewed,
    say: (key, ...[parameters]) => fill(key, parameters ?? {}).join(''),
    show: (key, ...[parameters]) =>
      createElement(Fragment, null, ...fill(key, parameters ?? {}).map((piece) => piece as ReactNode)),
  };
}
