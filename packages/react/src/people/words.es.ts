import type { Translated } from '../messages-catalogue/phrase.ts';
import type { peopleWords as english } from './words.en.ts';

/** Spanish words of the people panel. */
export const peopleWords: Translated<typeof english> = {
  'people.heading': 'Personas',
  'people.list': 'Participantes',
  'people.close': 'Cerrar personas',
  'people.you': 'Usted',
  'people.alone': 'Todavía no hay nadie más en la visita.',
  'people.verified': 'Verificado',
  'people.unverified': 'Sin verificar',
  'people.microphoneOn': 'Micrófono activado',
  'people.microphoneOff': 'Silenciado',
  'people.cameraOn': 'Cámara encendida',
  'people.cameraOff': 'Cámara apagada',
  'people.sharing': 'Comparte pantalla',
  'people.handRaised': 'Mano levantada',
  'people.poorConnection': 'Conexión débil',
  'people.lostConnection': 'Conexión perdida',
  'people.mute': 'Silenciar a',
  'people.askToUnmute': 'Pedir que active el micrófono a',
  'people.message': 'Escribir a',
  'people.remove': 'Sacar de la visita a',
  'people.lock': 'Cerrar la visita',
  'people.unlock': 'Abrir la visita',
  'people.lockedNote': 'La visita está cerrada. Nadie más puede pedir entrar.',
  'people.unlockedNote': 'Otras personas todavía pueden pedir entrar.',
  'people.asked': 'Petición enviada',

  'remove.heading': '¿Sacar a esta persona de la visita?',
  'remove.description': 'Se desconecta al momento y tendría que volver a pedir entrar.',
  'remove.confirm': 'Sacar',
  'remove.cancel': 'Cancelar',
};
