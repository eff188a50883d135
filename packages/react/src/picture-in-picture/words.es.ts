import type { Translated } from '../messages-catalogue/phrase.ts';
import type { pictureInPictureWords as english } from './words.en.ts';

/** Spanish words of the small window. */
export const pictureInPictureWords = {
  'pip.open': 'Ventana pequeña',
  'pip.close': 'Cerrar ventana pequeña',
  'pip.nobody': 'Todavía no hay nadie más.',
  'pip.leave': '¿Salir de la visita?',
  'pip.stay': 'Quedarse',
  'pip.confirm': 'Salir',
} satisfies Translated<typeof english>;
