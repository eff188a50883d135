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
  'role.clinician': 'Profesional',
  'role.patient': 'Paciente',
  'role.interpreter': 'Intérprete',
  'role.family': 'Familiar',
  'role.observer': 'Observador',
  'role.guest': 'Invitado',
  'role.recorder': 'Grabadora',
} satisfies Translated<typeof english>;
