import type { Translated } from '../messages-catalogue/phrase.ts';
import type { unexpectedWords as english } from './words.en.ts';

export const unexpectedWords = {
  'unexpected.heading': '{name} está aquí y nadie responde por esa persona',
  'unexpected.why': 'Su sonido e imagen esperan. No se envía nada hasta que usted responda.',
  'unexpected.expected': 'Se la espera: continuar',
  'unexpected.remove': 'Retirar de la visita',
  'unexpected.askClinician': 'Si no la conoce, pida al profesional que la retire o salga de la visita.',
} satisfies Translated<typeof english>;
