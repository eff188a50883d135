import { createOpaqueId, parseOpaqueId, roles, type OpaqueId, type Pseudonym, type Role } from '@quietroom/core';
import { createRoster, type Roster } from '@quietroom/server';

/** Somebody this demo signs in. Invented, and meant to look it. */
export interface Person {
  readonly name: string;
  readonly pronouns: string;
}

/** One person's place in one visit: what stays the same when their page is reloaded. */
export interface Seat {
  readonly role: Role;
  readonly person: Person;
  /** The opaque id in their passes. Drawn anew for every visit, so visits cannot be linked by it. */
  readonly sub: OpaqueId;
  /** The pseudonym of their first pass, repeated in every later one. */
  readonly pseudonym: Pseudonym | undefined;
}

/** One visit of the day. */
export interface ClinicVisit {
  readonly id: OpaqueId;
  /** `09:20`, or null for somebody who came unplanned. */
  readonly time: string | null;
  readonly reason: string;
  readonly seats: Record<Role, Seat>;
  readonly roster: Roster;
}

const patients: readonly (Person & { readonly time: string; readonly reason: string })[] = [
  { name: 'Zylphia Quonsett', pronouns: 'she/her', time: '09:00', reason: 'Follow-up' },
  { name: 'Brannoch Tivvelby', pronouns: 'he/him', time: '09:20', reason: 'New patient' },
  { name: 'Oswinna Pargletharp', pronouns: 'they/them', time: '09:40', reason: 'Medication review' },
  { name: 'Quillon Vexmoor', pronouns: 'he/him', time: '10:00', reason: 'Test results' },
  { name: 'Ferrabeth Nollywick', pronouns: 'she/her', time: '10:20', reason: 'Follow-up' },
];
const unplanned: Person = { name: 'Iskandra Plumthwaite', pronouns: 'she/her' };

const others: Readonly<Record<Exclude<Role, 'patient'>, Person>> = {
  clinician: { name: 'Dr. Maribonne Wexcastle', pronouns: 'she/her' },
  interpreter: { name: 'Tolliver Anzbridge', pronouns: 'he/him' },
  family: { name: 'Pendry Gloamsworth', pronouns: 'they/them' },
  observer: { name: 'Halvarde Squillthorpe', pronouns: 'she/her' },
};

const maximumUnplanned = 500;

/** The appointments of an invented clinic on an endless day, in memory only. */
export class Clinic {
  readonly #visits = new Map<string, ClinicVisit>();
  readonly #unplanned: string[] = [];

  constructor() {
    for (const { time, reason, ...person } of patients) this.#add(createOpaqueId(crypto), time, reason, person);
  }

  /** Every planned visit, in the order of the day, then the unplanned ones. */
  get visits(): readonly ClinicVisit[] {
    return [...this.#visits.values()];
  }

  /** A visit by its id. Any random UUID opens an unplanned visit; anything else is no visit. */
  visit(value: string): ClinicVisit | null {
    const known = this.#visits.get(value);
    if (known) return known;
    const id = parseOpaqueId(value);
    if (id === null) return null;
    this.#unplanned.push(id);
    if (this.#unplanned.length > maximumUnplanned) {
      const oldest = this.#unplanned.shift();
      if (oldest !== undefined) this.#visits.delete(oldest);
    }
    return this.#add(id, null, 'Unplanned', unplanned);
  }

  #add(id: OpaqueId, time: string | null, reason: string, patient: Person): ClinicVisit {
    const people: Readonly<Record<Role, Person>> = { ...others, patient };
    const roster = createRoster();
    const seat = (role: Role): Seat => {
      const sub = createOpaqueId(crypto);
      roster.put(sub, role, people[role]);
      return { role, person: people[role], sub, pseudonym: undefined };
    };
    const seats = Object.fromEntries(roles.map((role) => [role, seat(role)])) as Record<Role, Seat>;
    const visit: ClinicVisit = { id, time, reason, seats, roster };
    this.#visits.set(id, visit);
    return visit;
  }
}
