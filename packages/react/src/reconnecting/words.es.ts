import type { Translated } from '../messages-catalogue/phrase.ts';
import type { reconnectingWords as english } from './words.en.ts';

export const reconnectingWords = {
  'reconnecting.title': 'Reconectando…',
  'reconnecting.text': 'Se interrumpió la conexión. Estamos intentando restablecerla. No tiene que hacer nada.',
} satisfies Translated<typeof english>;
