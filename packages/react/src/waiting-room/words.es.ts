import type { Translated } from '../messages-catalogue/phrase.ts';
import type { waitingRoomWords as english } from './words.en.ts';

/** Spanish words of the waiting room. */
export const waitingRoomWords: Translated<typeof english> = {
  'waiting.heading': 'Está en la sala de espera',
  'waiting.asked': 'Su petición ha llegado. Un profesional clínico le dejará entrar cuando pueda.',
  'waiting.keptHeading': 'Espere un poco más, por favor',
  'waiting.kept':
    'El profesional clínico sabe que está aquí y necesita un poco más de tiempo. Usted conserva su lugar.',
  'waiting.admittedHeading': 'Le están dejando entrar',
  'waiting.admitted': 'Preparando la visita. Tarda un momento.',
  'waiting.connectingHeading': 'Conectando',
  'waiting.connecting': 'Estableciendo la conexión. Tarda un momento.',
  'waiting.unseen': 'Nadie puede verle ni oírle hasta que le dejen entrar.',
  'waiting.nothingToDo': 'No tiene que hacer nada más. Deje esta página abierta.',
  'waiting.lessThanAMinute': 'menos de un minuto',
  'waiting.elapsed': 'Tiempo de espera: {duration}.',
  'waiting.cancel': 'Cancelar la petición',
  'waiting.emergency': 'Si es una emergencia, no espere aquí. Llame a su número local de emergencias.',

  'waitingList.heading': 'Esperando para entrar',
  'waitingList.unverified': 'Invitado, sin verificar',
  'waitingList.since': 'Espera desde las {time}',
  'waitingList.kept': 'Se le pidió esperar',
  'waitingList.admit': 'Dejar entrar a',
  'waitingList.keepWaiting': 'Pedir que espere a',
  'waitingList.decline': 'Rechazar a',
  'waitingList.coveredHeading': 'Alguien está esperando',
  'waitingList.covered':
    'Mientras comparte su pantalla no se muestra quién espera, para que no lo vean los demás. Deje de compartir para ver la lista.',

  'admit.heading': '¿Dejar entrar a esta persona?',
  'admit.description': 'Verá y oirá a todos en la visita. Asegúrese de que es quien espera.',
  'admit.unverified':
    'El servidor de la clínica no ha confirmado quién es. Déjela entrar solo si sabe por otro medio quién es.',
  'admit.checkedName': 'He comprobado el nombre',
  'admit.expected': 'Es la persona que espero',
  'admit.confirm': 'Dejar entrar',
  'admit.cancel': 'Cancelar',
  'admit.bothFirst': 'Confirme antes los dos puntos.',
  'admit.gone': 'Esta persona ya no está esperando.',
  'admit.covered': 'El nombre está oculto mientras comparte su pantalla. Deje de compartir para comprobarlo.',
};
