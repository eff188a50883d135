import type { Translated } from '../messages-catalogue/phrase.ts';
import type { refusalWords as english } from './words.en.ts';

export const refusalWords = {
  'rule.W1-04': 'La puerta de la visita está abierta, o podría estarlo: quien tenga su dirección puede entrar.',
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
  'rule.Q-NO-UNCONSENTED-CAPTIONS':
    'Lo que se dice se convierte en texto, o podría convertirse, sin el consentimiento de todos.',
  'rule.W1-18': 'La clínica no lo utiliza.',
  'rule.Q-PAUSED': 'El sonido y la imagen esperan su respuesta: hay alguien por quien nadie responde.',
  'rule.H1-09': 'La clínica aún no ha comprobado dónde se guardan las grabaciones.',
} satisfies Translated<typeof english>;
