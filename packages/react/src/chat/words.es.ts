import type { Translated } from '../messages-catalogue/phrase.ts';
import type { chatWords as english } from './words.en.ts';

/** Spanish words of the chat. */
export const chatWords: Translated<typeof english> = {
  'chat.heading': 'Chat',
  'chat.introduction': 'Un mensaje va a una sola persona y a nadie más. No se guarda nada después de la visita.',
  'chat.recorded': 'Esta visita se graba. Los mensajes no están en la grabación, salvo que se comparta una pantalla que los muestre.',
  'chat.close': 'Cerrar el chat',
  'chat.recipient': 'Mensaje para',
  'chat.unread': { one: '{count} nuevo', other: '{count} nuevos' },
  'chat.gone': 'Ahora no se le puede escribir',
  'chat.message': 'Mensaje',
  'chat.send': 'Enviar',
  'chat.keys': 'Intro envía; Mayús e Intro empiezan otra línea.',
  'chat.conversation': 'Conversación',
  'chat.earlier': 'Mostrar mensajes anteriores',
  'chat.sending': 'Enviando',
  'chat.delivered': 'Entregado',
  'chat.failed': 'No entregado',
  'chat.tryAgain': 'Reintentar',
  'chat.nobody':
    'Todavía no hay a quién escribir. Se puede escribir a una persona cuando está en la visita y verificada.',
  'chat.nothingYet': 'Todavía no hay mensajes.',
  'chat.chooseFirst': 'Elija para quién es el mensaje.',
  'chat.writeFirst': 'Escriba antes un mensaje.',
  'chat.recipientGone': 'Ahora no se puede escribir a esta persona. Su texto sigue aquí y no se envió a nadie.',
  'chat.interrupted': 'No se puede enviar nada hasta que vuelva la conexión. Su texto se conserva.',
  'chat.openLink': '¿Abrir el enlace fuera de la visita?',
  'chat.openLinkTo': 'Lleva a {host}, que no forma parte de esta visita.',
  'chat.openLinkConfirm': 'Abrir enlace',
  'chat.openLinkCancel': 'No abrir',
};
