import type { Translated } from '../messages-catalogue/phrase.ts';
import type { leaveDialogWords as english } from './words.en.ts';

export const leaveDialogWords = {
  'leave.title': '¿Salir de la visita?',
  'leave.text': 'Se apagarán su cámara y su micrófono. Puede volver a entrar mientras dure la visita.',
  'leave.stay': 'Quedarse',
  'leave.confirm': 'Salir',
  'end.title': '¿Terminar la visita para todos?',
  'end.text': 'Se desconectará a todas las personas y se borrarán los mensajes de esta página.',
  'end.stay': 'Mantener la visita',
  'end.confirm': 'Terminar la visita',
} satisfies Translated<typeof english>;
