import type { Translated } from '../messages-catalogue/phrase.ts';
import type { unexpectedWords as english } from './words.en.ts';

export const unexpectedWords = {
  'unexpected.heading': '{name} está aquí y nadie ha confirmado quién es',
  'unexpected.why': 'Su sonido y su imagen están apagados hasta que responda.',
  'unexpected.expected': 'Cuento con su presencia: continuar',
  'unexpected.remove': 'Retirar de la visita',
  'unexpected.askClinician': 'Si no la conoce, pida al profesional que la retire o salga de la visita.',
} satisfies Translated<typeof english>;
