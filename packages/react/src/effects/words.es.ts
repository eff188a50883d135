import type { Translated } from '../messages-catalogue/phrase.ts';
import type { effectsWords as english } from './words.en.ts';

/** Spanish words of the effects on a person's own picture and sound. */
export const effectsWords: Translated<typeof english> = {
  'effects.heading': 'Imagen y sonido',
  'effects.blur': 'Difuminar mi fondo',
  'effects.noise-suppression': 'Reducir el ruido de fondo',
  'effects.blur.starting': 'Iniciando. Los demás no ven imagen hasta que el difuminado esté listo.',
  'effects.blur.on': 'Su fondo está difuminado.',
  'effects.blur.too-slow':
    'Su fondo está difuminado, pero este dispositivo es lento: los demás ven su imagen a saltos.',
  'effects.blur.failed':
    'No se pudo difuminar el fondo. Su cámara sigue apagada para que nadie lo vea. Encienda la cámara para intentarlo otra vez o desactive el difuminado.',
  'effects.noise-suppression.starting': 'Iniciando.',
  'effects.noise-suppression.on': 'Se reduce el ruido de fondo.',
  'effects.noise-suppression.too-slow': 'Se reduce el ruido de fondo, pero este dispositivo es lento.',
  'effects.noise-suppression.failed': 'No se pudo reducir el ruido de fondo. Se le oye tal cual.',
};
