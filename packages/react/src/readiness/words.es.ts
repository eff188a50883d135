import type { Translated } from '../messages-catalogue/phrase.ts';
import type { readinessWords as english } from './words.en.ts';

/** Spanish words of the readiness check. */
export const readinessWords: Translated<typeof english> = {
  'readiness.heading': 'Compruebe su cámara y su micrófono',
  'readiness.introduction': 'Todavía nadie puede verle ni oírle.',
  'readiness.turnOnBoth': 'Activar cámara y micrófono',
  'readiness.turnOnBothHint': 'El navegador le preguntará si esta página puede usarlos.',
  'readiness.withoutDevices': 'También puede entrar sin cámara ni micrófono y activarlos más tarde.',
  'readiness.withoutCamera': 'Su cámara está apagada. No pasa nada: puede entrar sin ella y encenderla más tarde.',
  'readiness.withoutMicrophone': 'Su micrófono está apagado. Puede entrar y activarlo más tarde.',
  'readiness.opening': 'Esperando al navegador. Si pregunta, elija «Permitir».',
  'readiness.devices': 'Cámara, micrófono y altavoz',
  'readiness.name': 'Los demás ven una etiqueta como «{example}», no su nombre.',
  'readiness.join': 'Entrar en la visita',
  'readiness.ask': 'Pedir entrar',
  'readiness.askHint': 'Un profesional clínico le dejará entrar.',
};
