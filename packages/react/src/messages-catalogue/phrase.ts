/** A phrase whose form depends on a number; `Intl.PluralRules` chooses by the parameter `count`. */
export interface PluralPhrase {
  readonly zero?: string;
  readonly one?: string;
  readonly two?: string;
  readonly few?: string;
  readonly many?: string;
  readonly other: string;
}

/** Words for people: text with `{placeholders}`, or one text per plural form. Plain data, so a translator can hold it. */
export type Phrase = string | PluralPhrase;

type PlaceholdersIn<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | PlaceholdersIn<Rest>
  : never;

/** The names of a phrase's placeholders, read from the English text. */
export type PlaceholderOf<English> = English extends string
  ? PlaceholdersIn<English>
  : English extends PluralPhrase
    ? 'count' | PlaceholdersIn<Extract<English[keyof English], string>>
    : never;

/** The same keys in another language. */
export type Translated<English> = { readonly [Key in keyof English]: Phrase };
