import type { Translated } from '../messages-catalogue/phrase.ts';
import type { toolbarWords as english } from './words.en.ts';

export const toolbarWords = {
  'toolbar.label': 'Controles de la visita',
  'toolbar.mute': 'Silenciar micrófono',
  'toolbar.unmute': 'Activar micrófono',
  'toolbar.muteShort': 'Silenciar',
  'toolbar.unmuteShort': 'Activar',
  'toolbar.cameraOff': 'Apagar cámara',
  'toolbar.cameraOn': 'Encender cámara',
  'toolbar.cameraOffShort': 'Apagar',
  'toolbar.cameraOnShort': 'Encender',
  'toolbar.share': 'Compartir pantalla',
  'toolbar.stopSharing': 'Dejar de compartir',
  'toolbar.chat': 'Chat',
  'toolbar.chatUnread': { one: '{count} mensaje sin leer', other: '{count} mensajes sin leer' },
  'toolbar.people': 'Personas',
  'toolbar.waiting': { one: '{count} en espera', other: '{count} en espera' },
  'toolbar.raiseHand': 'Levantar la mano',
  'toolbar.lowerHand': 'Bajar la mano',
  'toolbar.more': 'Más',
  'toolbar.settings': 'Ajustes',
  'toolbar.safety': 'Seguridad de la visita',
  'toolbar.leave': 'Salir de la visita',
  'toolbar.leaveShort': 'Salir',
  'toolbar.end': 'Terminar la visita para todos',
  'toolbar.locked': 'No disponible: {reason}',
} satisfies Translated<typeof english>;
