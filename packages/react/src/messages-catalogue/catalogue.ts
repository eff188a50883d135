import type { english } from './english.ts';
import type { laterEnglish } from './later-english.ts';
import type { Phrase, PlaceholderOf } from './phrase.ts';

/** The key of a phrase, for example `toolbar.leave`. */
export type PhraseKey = keyof typeof english;

/** The key of a phrase of a part that loads when it is needed, for example `consent.agree`. */
export type LaterPhraseKey = keyof typeof laterEnglish;

type AllEnglish = typeof english & typeof laterEnglish;

/** What a phrase must be given. `count` is a number, because it chooses the plural form. */
export type ParametersOf<Key extends PhraseKey | LaterPhraseKey, Value> = {
  readonly [Name in PlaceholderOf<AllEnglish[Key]>]: Name extends 'count' ? number : Value;
};

/** No argument for a phrase without placeholders, otherwise one object with all of them. */
export type ArgumentsOf<Key extends PhraseKey | LaterPhraseKey, Value> = [PlaceholderOf<AllEnglish[Key]>] extends [
  never,
]
  ? []
  : [parameters: ParametersOf<Key, Value>];

/** Every phrase of the interface in one language. */
export interface Catalogue {
  /** BCP 47, for example `es`. Also decides how times and numbers are written. */
  readonly locale: string;
  readonly direction: 'ltr' | 'rtl';
  /** Whether a person who speaks the language has reviewed it. Unreviewed consent text shows the English beside it. */
  readonly reviewed: boolean;
  readonly phrases: Readonly<Record<PhraseKey, Phrase>>;
  /** The phrases of parts that load when they are needed. English where left out. */
  readonly later?: Readonly<Partial<Record<LaterPhraseKey, Phrase>>>;
}

/**
 * A host's own translations: the phrase for a key, with its `{placeholders}` unfilled, or undefined to use the
 * catalogue's. Never receives names or message texts.
 */
export type Translate = (key: PhraseKey | LaterPhraseKey, locale: string) => Phrase | undefined;
