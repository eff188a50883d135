import type { Translated } from '../messages-catalogue/phrase.ts';
import type { consentWords as english } from './words.en.ts';

export const consentWords = {
  'consent.start': 'Iniciar grabación',
  'consent.stop': 'Detener grabación',
  'consent.captions': 'Subtítulos',
  'consent.captionsOff': 'Quitar subtítulos',
  'consent.askRecording.title': '¿Pedir a todas las personas que acepten una grabación?',
  'consent.askCaptions.title': '¿Pedir a todas las personas que acepten subtítulos?',
  'consent.askedRecording.title': '¿Acepta que se grabe esta visita?',
  'consent.askedCaptions.title': '¿Acepta que haya subtítulos en esta visita?',
  'consent.askedBy': '{name} lo pregunta a todas las personas de la visita.',
  'consent.ask': 'Acepto, preguntar a las demás personas',
  'consent.cancel': 'No preguntar',
  'consent.agree': 'Acepto',
  'consent.decline': 'No, no acepto',
  'consent.unreviewed': 'Ninguna persona ha revisado esta traducción. El texto que cuenta es el inglés.',
  'consent.recording': 'Grabación',
  'consent.captioning': 'Subtítulos',
  'consent.waiting': 'Le han preguntado si acepta.',
  'consent.answer': 'Leer y responder',
  'consent.agreed': 'Ha aceptado. Todavía no ha empezado.',
  'consent.running': 'En marcha. Todos han aceptado.',
  'consent.missing': 'Falta la respuesta de {names}.',
  'consent.refused': 'No ha aceptado: {names}. No empieza.',
  'consent.ready': 'Todas las personas han aceptado. Se puede empezar.',
  'consent.settling': 'Todas las personas han aceptado. Un momento…',
  'consent.declined': 'No ha aceptado.',
  'consent.withdrawn': 'Ya no acepta. Se ha detenido, o se detiene lo que usted envía.',
  'consent.withdraw': 'Ya no acepto',
  'consent.says.records':
    'Una grabación contiene la imagen y el sonido de todas las personas de esta visita, y toda pantalla que se comparta.',
  'consent.says.captions':
    'Un servicio del proveedor de vídeo escucha a todas las personas de esta visita y convierte en texto lo que se dice.',
  'consent.says.machine-made':
    'Los subtítulos los hace una máquina. Pueden contener errores y no sustituyen a un intérprete cualificado.',
  'consent.says.transcript': 'Un servicio del proveedor de vídeo escribe lo que se dijo en la grabación.',
  'consent.says.summary': 'Una máquina resume lo que se dijo en la grabación. Puede contener errores.',
  'consent.says.kept': {
    one: 'Una parte puede guardarse hasta {count} día.',
    many: 'Una parte puede guardarse hasta {count} de días.',
    other: 'Una parte puede guardarse hasta {count} días.',
  },
  'consent.says.kept-nothing': 'Después de la visita no se guarda nada.',
  'consent.says.kept-unknown': 'No se sabe cuánto tiempo se guarda. Pregunte a la clínica antes de aceptar.',
  'consent.says.may-refuse': 'Puede decir que no. La visita sigue entonces sin ello.',
  'consent.says.may-withdraw':
    'Puede cambiar de opinión en cualquier momento. Entonces se detiene para todas las personas; lo hecho hasta ese momento se conserva.',
} satisfies Translated<typeof english>;
