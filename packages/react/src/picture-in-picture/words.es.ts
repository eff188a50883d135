import type { Translated } from '../messages-catalogue/phrase.ts';
import type { pictureInPictureWords as english } from './words.en.ts';

/** Spanish words of the small window. */
export const pictureInPictureWords = {
  'pip.open': 'Ventana pequeña',
  'pip.close': 'Cerrar ventana pequeña',
} satisfies Translated<typeof english>;
