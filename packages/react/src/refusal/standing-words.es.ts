import type { Translated } from '../messages-catalogue/phrase.ts';
import type { standingRuleWords as english } from './standing-words.en.ts';

export const standingRuleWords = {
  'rule.Q-SECURE-PAGE': 'La visita necesita una página segura. Abra la dirección que empieza por https.',
  'rule.Q-NEUTRAL-PATH': 'La dirección de esta página puede contener algo personal.',
  'rule.Q-KNOWN-IDENTIFIERS':
    'Esta página entregaría algo sobre una persona que nunca debe salir. Pida un enlace nuevo a la clínica.',
  'rule.Q-NEUTRAL-REFERENCE': 'El nombre de la sala puede contener algo personal.',
  'rule.Q-VENDOR-AGREEMENT': 'La clínica aún no ha registrado su acuerdo con el proveedor de vídeo.',
  'rule.Q-RELAY-OPERATOR': 'La clínica aún no ha registrado quién responde del servidor de esta visita.',
  'rule.W2-04': 'La imagen y el sonido pasan, o podrían pasar, por un servidor del proveedor de vídeo.',
  'rule.Q-PART2-PATH': 'La dirección de esta página puede revelar de qué se trata a alguien.',
  'rule.Q-PART2-CAPTURE': 'Este programa no graba ni tiene subtítulos.',
  'rule.B-05': 'Aún no consta que este proveedor de vídeo pueda transmitir datos de salud.',
  'rule.Q-PASSES': 'En esta página no se comprueba el papel de nadie y no hay mensajes.',
  'rule.Q-EXPECTED-PEOPLE': 'Hay alguien en la visita y nadie ha confirmado quién es.',
  'rule.H1-35': 'El espacio del proveedor de vídeo no es, o podría no ser, para datos de salud.',
  'rule.H1-45': 'Alguien en esta sala podría transmitirla al exterior.',
  'rule.H1-46': 'La visita se graba, o podría grabarse, de una manera no permitida.',
} satisfies Translated<typeof english>;
