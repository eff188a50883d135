import { createOpaqueId, type OpaqueId, type Pseudonym, type Role } from '@quietroom/core';
import { createRoster, type Roster } from '@quietroom/server';

/** Somebody in a visit, as the clinic knows them. Invented. */
export interface Seat {
  readonly login: string;
  readonly role: Role;
  /** Who they are in this visit: the same in every pass, so that a reload is the same person. */
  readonly sub: OpaqueId;
  /** Drawn with their first pass and kept. */
  pseudonym?: Pseudonym;
}

/** A visit in the clinic's own records. */
export interface Appointment {
  readonly visit: OpaqueId;
  readonly seats: readonly Seat[];
  readonly roster: Roster;
}

/** Stands for the clinic's database: one appointment of two invented people. */
export const createRecords = () => {
  const people = [
    { login: 'wexcastle', role: 'clinician', name: 'Dr. Maribonne Wexcastle' },
    { login: 'quonsett', role: 'patient', name: 'Zylphia Quonsett' },
  ] as const;
  const roster = createRoster();
  const seats = people.map(({ login, role, name }): Seat => {
    const sub = createOpaqueId(crypto);
    roster.put(sub, role, { name });
    return { login, role, sub };
  });
  const appointment: Appointment = { visit: createOpaqueId(crypto), seats, roster };
  return {
    appointment,
    /** The seat a login has in a visit; undefined when it has none. */
    seatOf: (login: string | null, visit: unknown): Seat | undefined =>
      visit === appointment.visit ? seats.find((seat) => seat.login === login) : undefined,
  };
};
/** See {@link createRecords}. */
export type Records = ReturnType<typeof createRecords>;

/** Stands for the clinic's sign-in: a real one looks a session up. */
export const loginOf = (request: Request): string | null =>
  /(?:^|;\s*)session=(\w+)/.exec(request.headers.get('cookie') ?? '')?.[1] ?? null;
