import type { Catalogue } from './catalogue.ts';
import { en } from './en.ts';
import { laterEnglish } from './later-english.ts';
import type { Phrase } from './phrase.ts';

const accents: Readonly<Record<string, string>> = {
  a: 'á', c: 'ç', d: 'ḓ', e: 'é', g: 'ǧ', h: 'ħ', i: 'í', l: 'ļ', n: 'ñ', o: 'ó', r: 'ŕ', s: 'š', t: 'ţ', u: 'ú', y: 'ý', z: 'ž',
  A: 'Á', C: 'Ç', E: 'É', I: 'Í', N: 'Ñ', O: 'Ó', S: 'Š', T: 'Ţ', U: 'Ú',
}; // prettier-ignore

/** Accented, about 40 % longer and bracketed, so that text left out of the catalogue or cut off is seen at once. */
function disguise(text: string): string {
  const accented = text
    .split(/(\{\w+\})/)
    .map((piece, index) =>
      index % 2 === 1 ? piece : piece.replace(/[a-zA-Z]/g, (letter) => accents[letter] ?? letter),
    )
    .join('');
  // In pieces, as words are, so that a long text still finds places to break its lines.
  const longer = '·'.repeat(Math.ceil(text.length * 0.4)).replace(/·{6}/g, '····· ');
  return `⟦${accented}${longer.trimEnd()}⟧`;
}

function disguisePhrase(phrase: Phrase): Phrase {
  if (typeof phrase === 'string') return disguise(phrase);
  const forms = Object.entries<string>({ ...phrase });
  return { other: '', ...Object.fromEntries(forms.map(([form, text]) => [form, disguise(text)])) };
}

const disguiseAll = <Key extends string>(phrases: Readonly<Record<Key, Phrase>>): Record<Key, Phrase> =>
  Object.fromEntries(Object.entries<Phrase>(phrases).map(([key, phrase]) => [key, disguisePhrase(phrase)])) as Record<
    Key,
    Phrase
  >;

/** Generated from English for testing layouts: never shown to people. */
export const pseudo: Catalogue = {
  locale: 'en-XA',
  direction: 'ltr',
  reviewed: false,
  phrases: disguiseAll(en.phrases),
  later: disguiseAll(laterEnglish),
};
