import type { FakePersonOptions } from '../fake-room/fake-room.ts';

/** Invented people, obviously so: no living person is called anything like it. */
export const syntheticPeople = {
  patient: { role: 'patient', name: 'Zylphia Quonsett', pronouns: 'she/her' },
  clinician: { role: 'clinician', name: 'Dr. Orrin Thackwhistle' },
  family: { role: 'family', name: 'Bexley Umbertone' },
  interpreter: { role: 'interpreter', name: 'Nadir Plimsollvane' },
  observer: { role: 'observer', name: 'Ottoline Frabjousen' },
} as const satisfies Readonly<Record<string, FakePersonOptions>>;
