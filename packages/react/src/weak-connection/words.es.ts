import type { Translated } from '../messages-catalogue/phrase.ts';
import type { weakConnectionWords as english } from './words.en.ts';

/** Spanish words of the offer to do without pictures. */
export const weakConnectionWords: Translated<typeof english> = {
  'weakConnection.offer': 'La conexión es débil. Sin imágenes el sonido puede llegar mejor.',
  'weakConnection.cameraOff': 'Apagar mi cámara',
  'weakConnection.hide': 'Ocultar las imágenes de los demás',
  'weakConnection.hidden': 'Las imágenes de los demás están ocultas en esta página. Sigue oyendo a todos.',
  'weakConnection.show': 'Mostrar imágenes',
  'weakConnection.hiddenButInterpreter':
    'Las imágenes de los demás están ocultas en esta página, pero no la del intérprete. Sigue oyendo a todos.',
  'weakConnection.interpreterPoor':
    'La imagen del intérprete es mala. Puede perderse algo: haga una pausa y compruebe que todos han entendido.',
  'weakConnection.interpreterStopped': 'La imagen del intérprete se ha detenido. Espere antes de seguir.',
};
