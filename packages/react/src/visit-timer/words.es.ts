import type { Translated } from '../messages-catalogue/phrase.ts';
import type { visitTimerWords as english } from './words.en.ts';

/** Spanish words of the visit timer. */
export const visitTimerWords = {
  'timer.label': 'Duración de la visita',
} satisfies Translated<typeof english>;
