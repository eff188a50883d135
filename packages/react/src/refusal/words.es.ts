import type { Translated } from '../messages-catalogue/phrase.ts';
import type { refusalWords as english } from './words.en.ts';

export const refusalWords = {
  'rule.Q-SECURE-PAGE': 'La visita necesita una página segura. Abra la dirección que empieza por https.',
  'rule.Q-NEUTRAL-PATH': 'La dirección de esta página puede contener algo personal.',
  'rule.Q-VENDOR-AGREEMENT': 'La clínica aún no ha registrado su acuerdo con el proveedor de vídeo.',
  'rule.Q-RELAY-OPERATOR': 'La clínica aún no ha registrado quién responde del servidor de esta visita.',
  'rule.W1-04': 'La puerta de la visita está abierta, o podría estarlo: quien tenga su dirección puede entrar.',
  'rule.W2-04': 'La imagen y el sonido pasan, o podrían pasar, por un servidor del proveedor de vídeo.',
  'rule.Q-NO-STREAMING': 'La visita se está transmitiendo al exterior, o podría estarlo.',
  'rule.Q-NO-UNCONSENTED-RECORDING': 'La visita se está grabando, o podría estarlo, sin el consentimiento de todos.',
  'rule.Q-SWITCHED-OFF': 'La clínica lo ha desactivado.',
  'rule.Q-CAPABILITY': 'No es posible con este proveedor de vídeo.',
  'rule.Q-ROLE-CLINICIAN': 'Solo el profesional puede hacerlo.',
  'rule.Q-ROLE-SHARE-SCREEN': 'Solo el profesional, el paciente y los familiares comparten su pantalla.',
  'rule.Q-ADMITTED': 'Esto funciona cuando esté conectado y le hayan dejado entrar.',
  'rule.Q-TRIPWIRE': 'Se detuvieron el sonido y la imagen para proteger a las personas de esta visita.',
  'rule.Q-DIRECT-MESSAGES': 'Los mensajes están desactivados en esta visita.',
  'rule.Q-MESSAGE-IDENTITY': 'Los mensajes requieren una identidad confirmada y esta página no la tiene.',
  'rule.Q-CONSENT-FIRST': 'Primero se necesita el consentimiento de todos.',
} satisfies Translated<typeof english>;
