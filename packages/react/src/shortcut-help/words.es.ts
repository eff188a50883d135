import type { Translated } from '../messages-catalogue/phrase.ts';
import type { shortcutHelpWords as english } from './words.en.ts';

/** Spanish words of the list of keys. */
export const shortcutHelpWords = {
  'keys.heading': 'Teclas que funcionan aquí',
  'keys.none':
    'No hay otros atajos: ninguna tecla suelta hace nada por sí sola, de modo que ninguna estorba a su navegador ni a su lector de pantalla.',
  'keys.tab': 'Tab',
  'keys.tabDoes': 'pasa a la siguiente parte de la página; los controles son una sola parada',
  'keys.arrows': 'Flechas, Inicio, Fin',
  'keys.arrowsDo': 'de control en control, y de persona en persona en el chat',
  'keys.enter': 'Intro',
  'keys.enterDoes': 'pulsa un control; envía lo que escribió en el chat',
  'keys.line': 'Mayús + Intro',
  'keys.lineDoes': 'empieza una línea nueva en el chat',
  'keys.escape': 'Escape',
  'keys.escapeDoes': 'cierra un panel o un diálogo y vuelve a donde estaba',
} satisfies Translated<typeof english>;
