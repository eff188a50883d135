import type { Translated } from '../messages-catalogue/phrase.ts';
import type { noticesWords as english } from './words.en.ts';

export const noticesWords = {
  'notices.mutedBy': '{name} ha silenciado su micrófono.',
  'notices.askedToUnmute': '{name} le pide que active su micrófono.',
  'notices.stayMuted': 'Seguir en silencio',
  'notices.microphoneInterrupted':
    'Su micrófono se interrumpió, por ejemplo por una llamada. Los demás no pueden oírle.',
  'notices.cameraInterrupted': 'Algo retiene su cámara, por ejemplo una llamada. Los demás no pueden verle.',
  'notices.microphoneSilent':
    'Su micrófono está activado, pero no llega nada de él. Hable, actívelo en su propio interruptor o elija otro.',
  'notices.pauseOver': 'Ya no hay nadie desconocido. Su sonido e imagen siguen apagados.',
  'notices.goOn': 'Continuar',
  'notices.dismiss': 'Cerrar',
} satisfies Translated<typeof english>;
