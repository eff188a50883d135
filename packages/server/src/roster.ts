import type { OpaqueId, Role } from '@quietroom/core';

/** Who somebody really is. Given to pages of those entitled to it, over the host's own connection. */
export interface RosterEntry {
  readonly name: string;
  readonly pronouns?: string;
}

/** One line of a roster as a page gets it. */
export interface RosterRow extends RosterEntry {
  readonly sub: OpaqueId;
}

/** Whose names a role may see. */
export type Entitlement = Readonly<Record<Role, readonly Role[]>>;

/**
 * Clinicians see everybody in the visit; everybody else sees the clinicians. Least by default: who accompanies a
 * patient, and who the patient is, is for the clinic to show and not for the others' pages.
 */
export const leastEntitlement: Entitlement = {
  clinician: ['clinician', 'patient', 'interpreter', 'family', 'observer'],
  patient: ['clinician'],
  interpreter: ['clinician'],
  family: ['clinician'],
  observer: ['clinician'],
};

/** The people of one visit, in memory only. */
export interface Roster {
  /** Puts somebody on the roster, or changes their entry. */
  put(sub: OpaqueId, role: Role, entry: RosterEntry): void;
  remove(sub: OpaqueId): void;
  /** What a page of that role may know: the entries it is entitled to, and nothing about the rest, not even their number. */
  rosterFor(viewer: Role): readonly RosterRow[];
}

/** Makes an empty roster of one visit. @param entitlement whose names each role may see; {@link leastEntitlement} by default. */
export const createRoster = (entitlement: Entitlement = leastEntitlement): Roster => {
  const people = new Map<OpaqueId, { readonly role: Role; readonly entry: RosterEntry }>();
  return {
    put(sub, role, entry) {
      people.set(sub, { role, entry });
    },
    remove(sub) {
      people.delete(sub);
    },
    rosterFor(viewer) {
      const rows: RosterRow[] = [];
      for (const [sub, { role, entry }] of people) {
        if (entitlement[viewer].includes(role)) {
          // Copied member by member, so that a record with more in it does not leak the rest.
          const { name, pronouns } = entry;
          rows.push(pronouns === undefined ? { sub, name } : { sub, name, pronouns });
        }
      }
      return rows;
    },
  };
};
