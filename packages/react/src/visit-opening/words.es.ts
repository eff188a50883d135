import type { Translated } from '../messages-catalogue/phrase.ts';
import type { visitOpeningWords as english } from './words.en.ts';

export const visitOpeningWords = {
  'opening.heading': 'Comienzo de la visita',
  'opening.progress': '{done} de {all} hechos',
  'opening.identity': 'Coinciden dos datos de identidad, como nombre completo y fecha de nacimiento.',
  'opening.location': 'Sé dónde está ahora el paciente, por si tengo que enviar ayuda.',
  'opening.emergency': 'Sé a quién llamar allí en una emergencia y cómo localizar al paciente si se corta el vídeo.',
  'opening.company': 'Ambos dijimos quién más está en la sala o puede oírnos.',
  'opening.credentials': 'Dije quién soy y qué titulación tengo.',
  'opening.video': 'El paciente acepta que se le atienda por vídeo y sabe que puede negarse.',
  'opening.note': 'Solo las marcas van al registro, nada de lo que se dijo. En una emergencia, continúe sin ellas.',
  'opening.finish': 'Registrar y cerrar',
  'opening.goOn': 'Continuar sin el resto',
  'opening.preview': 'Qué le preguntarán primero',
  'opening.preview.identity': 'Su nombre completo y su fecha de nacimiento, para no confundirle con otra persona.',
  'opening.preview.location': 'Dónde está ahora, para que la ayuda pueda encontrarle si la necesita.',
  'opening.preview.emergency': 'Un número de teléfono, por si se corta el vídeo.',
  'opening.preview.company': 'Quién más está con usted en la habitación. Usted decide quién puede escuchar.',
  'opening.preview.credentials': 'El profesional le dice quién es. Puede pedirle que muestre su identificación.',
  'opening.preview.video': 'Si acepta una visita por vídeo. Puede decir que no.',
  'opening.preview.note': 'Se lo dice de viva voz al profesional. Aquí no hay que escribir nada.',
} satisfies Translated<typeof english>;
