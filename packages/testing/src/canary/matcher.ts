import type { Canary } from './canary.ts';
import { fold, needlesOf, type Form, type Needle } from './forms.ts';
import { readings } from './readings.ts';

/** A canary that came out. */
export interface Match {
  readonly canary: string;
  readonly form: Form;
}

const standsAlone = (text: string, at: number, length: number): boolean => {
  const isLetter = (character: string | undefined) => character !== undefined && /[\p{L}\p{N}]/u.test(character);
  return !isLetter(text[at - 1]) && !isLetter(text[at + length]);
};

const contains = (text: string, { form, text: needle }: Needle): boolean => {
  if (form !== 'initials') return text.includes(needle);
  for (let at = text.indexOf(needle); at !== -1; at = text.indexOf(needle, at + 1)) {
    if (standsAlone(text, at, needle.length)) return true;
  }
  return false;
};

/**
 * Finds canaries in anything caught, in every form that {@link needlesOf} names and behind every packing that
 * {@link readings} undoes.
 */
export const createMatcher = (canaries: readonly Canary[]): ((caught: string | Uint8Array) => readonly Match[]) => {
  const sought = canaries.map((canary) => ({ id: canary.id, needles: needlesOf(canary) }));
  return (caught) => {
    const found = new Map<string, Match>();
    for (const reading of readings(caught)) {
      const folded = fold(reading);
      for (const { id, needles } of sought) {
        for (const needle of needles) {
          const key = `${id} ${needle.form}`;
          if (!found.has(key) && contains(needle.exact ? reading : folded, needle))
            found.set(key, { canary: id, form: needle.form });
        }
      }
    }
    return [...found.values()];
  };
};
