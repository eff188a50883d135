import type { OpaqueId } from '@quietroom/core';

/** Who somebody really is, as the host knows them. Drawn only by `RosterName`; never sent anywhere. */
export interface RosterEntry {
  readonly name: string;
  readonly pronouns?: string;
}

/** Real names by the id in a person's visit pass, given by the host to those entitled to them. */
export type Roster = ((sub: OpaqueId) => RosterEntry | undefined) | ReadonlyMap<OpaqueId, RosterEntry>;

/** The roster's entry for a verified person; undefined for everybody else. */
export function findInRoster(roster: Roster | undefined, sub: OpaqueId | null): RosterEntry | undefined {
  if (!roster || sub === null) return undefined;
  return typeof roster === 'function' ? roster(sub) : roster.get(sub);
}
