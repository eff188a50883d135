import type { Translated } from '../messages-catalogue/phrase.ts';
import type { identifierHintWords as english } from './words.en.ts';

export const identifierHintWords = {
  'hint.found': 'Esto parece contener {kinds}. Solo puede leerlo la persona a quien escribe. Envíelo si lo necesita.',
  'hint.name': 'un nombre',
  'hint.place': 'una dirección',
  'hint.date': 'una fecha completa o una edad superior a 89 años',
  'hint.phone': 'un número de teléfono',
  'hint.fax': 'un número de fax',
  'hint.email': 'una dirección de correo electrónico',
  'hint.social-security': 'un número de la seguridad social',
  'hint.record-number': 'un número de historia clínica',
  'hint.health-plan': 'un número de seguro',
  'hint.account': 'un número de tarjeta o de cuenta',
  'hint.licence': 'un número de licencia',
  'hint.vehicle': 'un número de vehículo',
  'hint.device': 'un número de dispositivo',
  'hint.web-address': 'una dirección web',
  'hint.network-address': 'una dirección de red',
  'hint.code': 'un número que pertenece a alguien',
  'hint.known': 'algo que la clínica no comunica',
} satisfies Translated<typeof english>;
