import type { Translated } from '../messages-catalogue/phrase.ts';
import type { endedWords as english } from './words.en.ts';

export const endedWords = {
  'ended.left.title': 'Ha salido de la visita',
  'ended.left.text': 'Su cámara y su micrófono están apagados. Puede volver a entrar mientras dure la visita.',
  'ended.cancelled.title': 'Ya no está en espera',
  'ended.cancelled.text': 'Se retiró su solicitud. Puede volver a pedirlo cuando quiera.',
  'ended.closed.title': 'La visita se cerró',
  'ended.closed.text': 'Su cámara y su micrófono están apagados.',
  'ended.declined.title': 'No se le dejó entrar',
  'ended.declined.text': 'El profesional no pudo admitirle ahora. Llame a la clínica si cree que es un error.',
  'ended.removed.title': 'Se le ha retirado de la visita',
  'ended.removed.text': 'Su cámara y su micrófono están apagados. Llame a la clínica si cree que es un error.',
  'ended.ended-for-everyone.title': 'La visita ha terminado',
  'ended.ended-for-everyone.text': 'El profesional terminó la visita. Su cámara y su micrófono están apagados.',
  'ended.replaced.title': 'La visita está abierta en otro lugar',
  'ended.replaced.text': 'Entró desde otra ventana o dispositivo, por lo que esta página se ha detenido.',
  'ended.refused.title': 'La visita aún no puede empezar',
  'ended.refused.text':
    'No se cumplen las reglas de la visita y no se envió nada. Comunique a la clínica lo que aparece aquí.',
  'ended.refused.rules': 'Lo que no se cumple',
  'ended.failed.title': 'La visita se detuvo por un problema',
  'ended.again': 'Volver a entrar',
  'ended.askAgain': 'Volver a pedir entrar',
  'ended.lasted': 'La visita duró {duration}.',
  'ended.close': 'Puede cerrar esta página.',
  'ended.erased': 'Se han borrado los mensajes de esta página.',
} satisfies Translated<typeof english>;
