import type { Translated } from '../messages-catalogue/phrase.ts';
import type { partBoundaryWords as english } from './words.en.ts';

export const partBoundaryWords = {
  'part.broken': 'Esta parte de la página no ha funcionado.',
  'part.remedy': 'La visita continúa. Compruebe su conexión e inténtelo de nuevo.',
  'part.leave': 'Salir de la visita',
} satisfies Translated<typeof english>;
