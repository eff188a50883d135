import type { OpaqueId, ParticipantId, ParticipantRole, Pseudonym, Readable, VisitState } from '@quietroom/core';

/** As much of a person as a name is made of. */
export interface Identity {
  readonly pseudonym: Pseudonym | null;
  readonly role: ParticipantRole;
  readonly sub: OpaqueId | null;
}

/** Who was here, so that “left” and old messages can still be named. Wiped when the visit ends. */
export type IdentityMemory = Map<ParticipantId, Identity>;

/** Somebody in the visit or asking to join it. */
export function findIdentity(state: VisitState, id: ParticipantId): Identity | undefined {
  return state.participants[id] ?? state.knocks[id];
}

/** Whether both are named alike, whatever else changed about the person. */
export const sameIdentity = (one: Identity | undefined, other: Identity | undefined): boolean =>
  one?.pseudonym === other?.pseudonym && one?.role === other?.role && one?.sub === other?.sub;

/** Keeps `memory` up to date until the returned function is called. */
export function rememberIdentities(state: Readable<VisitState>, memory: IdentityMemory): () => void {
  let participants: VisitState['participants'] | undefined;
  let knocks: VisitState['knocks'] | undefined;
  const remember = () => {
    const now = state.get();
    if (now.phase.name === 'ended') {
      memory.clear();
      return;
    }
    if (now.participants === participants && now.knocks === knocks) return;
    ({ participants, knocks } = now);
    for (const person of [...Object.values(knocks), ...Object.values(participants)]) memory.set(person.id, person);
  };
  remember();
  const stop = state.subscribe(remember);
  return () => {
    stop();
    memory.clear();
  };
}
