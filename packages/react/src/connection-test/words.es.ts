import type { Translated } from '../messages-catalogue/phrase.ts';
import type { connectionTestWords as english } from './words.en.ts';

/** Spanish words of the connection test. */
export const connectionTestWords: Translated<typeof english> = {
  'connection.test': 'Probar la conexión',
  'connection.hint': 'Intenta llegar a la visita sin entrar.',
  'connection.testing': 'Probando la conexión.',
  'connection.works': 'Su conexión llega a la visita.',
  'connection.failed':
    'Su conexión no llega a la visita. Compruebe su conexión a internet o use otra red y vuelva a probar.',
  'connection.strict': 'La visita responde, pero su red parece retener la imagen y el sonido. Si puede, use otra red.',
  'connection.refused': 'La conexión no se puede probar aquí.',
  'connection.server': 'El servidor de la visita',
  'connection.stun': 'Un camino directo para la imagen y el sonido',
  'connection.turn': 'Un rodeo para redes estrictas',
  'connection.reached': 'responde en {milliseconds} ms',
  'connection.unreached': 'no responde',
  'connection.notConfigured': 'la clínica no lo ha configurado',
  'connection.download': 'Descargar informe',
  'connection.downloadHint':
    'Para el soporte de la clínica. No contiene nombres, ni nombres de dispositivos, ni direcciones.',
};
