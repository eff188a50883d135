import type { Translated } from '../messages-catalogue/phrase.ts';
import type { chimeWords as english } from './words.en.ts';

/** Spanish words of the sound of a knock. */
export const chimeWords = {
  'chime.off': 'Apagar el sonido de aviso',
  'chime.on': 'Encender el sonido de aviso',
} satisfies Translated<typeof english>;
