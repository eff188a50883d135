import type { Translated } from '../messages-catalogue/phrase.ts';
import type { stepAwayWords as english } from './words.en.ts';

export const stepAwayWords = {
  'away.control': 'Ausentarse',
  'away.title': 'Se ha ausentado',
  'away.text': 'Su cámara, su micrófono y su pantalla están apagados y esta página está cubierta. La visita continúa.',
  'away.back': 'Volver',
  'logoff.inactive': '¿Sigue ahí?',
  'logoff.alone': 'No hay nadie más en esta visita',
  'logoff.text': {
    one: 'Para proteger lo que hay en esta pantalla, saldrá de la visita en {count} segundo.',
    other: 'Para proteger lo que hay en esta pantalla, saldrá de la visita en {count} segundos.',
  },
  'logoff.stay': 'Seguir en la visita',
} satisfies Translated<typeof english>;
