import type { Translated } from '../messages-catalogue/phrase.ts';
import type { announcerWords as english } from './words.en.ts';

export const announcerWords = {
  'announce.waiting': 'La clínica sabe que está aquí. Espere a que le dejen entrar.',
  'announce.kept-waiting': 'El profesional ha visto su solicitud y le atenderá pronto.',
  'announce.joined': 'Está en la visita.',
  'announce.reconnecting': 'Se interrumpió la conexión. Intentando restablecerla.',
  'announce.reconnected': 'La conexión se ha restablecido.',
  'announce.ended': 'La visita ha terminado.',
  'announce.someone-knocks': '{name} pide entrar.',
  'announce.someone-joined': '{name} se ha unido.',
  'announce.someone-left': '{name} ha salido.',
  'announce.hand-raised': '{name} ha levantado la mano.',
  'announce.message-received': 'Mensaje nuevo de {name}.',
  'announce.message-failed': 'No se entregó un mensaje a {name}.',
  'announce.microphone-on': 'Micrófono activado.',
  'announce.microphone-off': 'Micrófono silenciado.',
  'announce.camera-on': 'Cámara encendida.',
  'announce.camera-off': 'Cámara apagada.',
  'announce.screen-on': 'Está compartiendo su pantalla.',
  'announce.screen-off': 'Ha dejado de compartir la pantalla.',
  'announce.microphone-lost': 'Su micrófono dejó de funcionar. Los demás no le oyen.',
  'announce.camera-lost': 'Su cámara dejó de funcionar. Los demás no le ven.',
  'announce.screen-lost': 'Se dejó de compartir la pantalla.',
  'announce.muted-by': '{name} ha silenciado su micrófono.',
  'announce.asked-to-unmute': '{name} le pide que active su micrófono.',
} satisfies Translated<typeof english>;
