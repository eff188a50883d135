import { createHash } from 'node:crypto';
import type { Canary } from './canary.ts';

/** How a canary was disguised when it was found. A hash of a name is a disclosure too: whoever guesses can check. */
export type Form = 'plain' | 'piece' | 'slug' | 'reversed' | 'initials' | 'base64' | 'hex' | 'md5' | 'sha1' | 'sha256';

/** What to look for. `exact` needles are compared as they are, the others case-folded. */
export interface Needle {
  readonly form: Form;
  readonly text: string;
  readonly exact: boolean;
}

/** Folds what is written differently but read alike: compatibility forms, case, accents, invisible characters. */
export const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/[\p{M}\u200B-\u200F\u2060\uFEFF\u00AD]/gu, '')
    .toLowerCase();

const reverse = (text: string): string => Array.from(text).toReversed().join('');

const slugs = (folded: string): readonly string[] => {
  const words = folded.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  const joined = words.length > 1 ? ['-', '_', '.', '+', '', '%20'].map((joint) => words.join(joint)) : [];
  return joined.filter((slug) => slug !== folded);
};

/** The characters of base64 that stand for this text whatever stands before and after it, at each of three offsets. */
const base64Cores = (text: string): readonly string[] => {
  const bytes = Buffer.from(text);
  return [0, 1, 2].map((offset) => {
    const encoded = Buffer.concat([Buffer.alloc(offset), bytes])
      .toString('base64')
      .replace(/=+$/, '');
    const whole = Math.floor(((offset + bytes.length) * 8) / 6);
    return encoded.slice(Math.ceil((offset * 8) / 6), whole);
  });
};

const hashes = (value: string): readonly Needle[] => {
  const inputs = new Set([value, value.trim(), value.toLowerCase(), value.trim().toLowerCase()]);
  return [...inputs].flatMap((input) =>
    (['md5', 'sha1', 'sha256'] as const).flatMap((form) => {
      const digest = createHash(form).update(input).digest();
      return [
        { form, text: digest.toString('hex'), exact: false },
        { form, text: digest.toString('base64').replace(/=+$/, ''), exact: true },
        { form, text: digest.toString('base64url'), exact: true },
      ];
    }),
  );
};

const initials = (value: string): readonly Needle[] => {
  const words = value.match(/\p{Lu}\p{L}+/gu) ?? [];
  if (words.length < 3) return [];
  return [{ form: 'initials', text: words.map(([first = '']) => first).join(''), exact: true }];
};

/** Every form in which a canary counts as found. */
export const needlesOf = ({ value, pieces = [] }: Canary): readonly Needle[] => {
  const folded = fold(value);
  const loose = (form: Form, texts: readonly string[]): readonly Needle[] =>
    texts.map((text) => ({ form, text, exact: false }));
  return [
    ...loose('plain', [folded]),
    ...loose('piece', pieces.map(fold)),
    ...loose('slug', slugs(folded)),
    ...loose('reversed', [reverse(folded), ...slugs(folded).map(reverse)]),
    ...loose('hex', [Buffer.from(value).toString('hex'), Buffer.from(value, 'utf16le').toString('hex')]),
    ...initials(value),
    ...[value, value.toLowerCase()].flatMap(base64Cores).flatMap((text): readonly Needle[] => [
      { form: 'base64', text, exact: true },
      { form: 'base64', text: text.replaceAll('+', '-').replaceAll('/', '_'), exact: true },
    ]),
    ...hashes(value),
  ];
};
