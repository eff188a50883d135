import type { Translated } from '../messages-catalogue/phrase.ts';
import type { rosterNameWords as english } from './words.en.ts';

export const rosterNameWords = {
  'name.clinician': 'Profesional {code}',
  'name.patient': 'Paciente {code}',
  'name.interpreter': 'Intérprete {code}',
  'name.family': 'Familiar {code}',
  'name.observer': 'Observador {code}',
  'name.guest': 'Invitado',
  'name.recorder': 'Grabadora',
  'name.self': 'Usted',
} satisfies Translated<typeof english>;
