import type { Translated } from '../messages-catalogue/phrase.ts';
import type { videoRoomWords as english } from './words.en.ts';

export const videoRoomWords = {
  'room.label': 'Videovisita',
  'room.heading': 'Visita en curso',
  'room.synthetic': 'Visita de práctica con personas inventadas. No es para pacientes reales.',
  'room.stoppedNext': 'La visita termina sola en medio minuto. Puede salir ya y llamar a la clínica.',
} satisfies Translated<typeof english>;
