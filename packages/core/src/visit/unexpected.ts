import type { ParticipantId, Role } from '../contract/identity.ts';
import type { Proofs } from './derive-state.ts';
import type { RoomView } from './room-view.ts';

/** What decides whether somebody in the visit is expected. */
export interface Expectation {
  readonly role: Role;
  readonly view: Pick<RoomView, 'order' | 'participants'>;
  readonly proofs: Pick<Proofs, 'self' | 'others' | 'trusted'>;
  /** Who has had the time to prove who they are. */
  readonly late: ReadonlySet<ParticipantId>;
  /** Who somebody at this page has said may be here. */
  readonly expected: ReadonlySet<ParticipantId>;
}

/**
 * Who is in the visit and nobody vouches for: admitted, but not proved within the time for it, or a second patient.
 * Without keys to check passes with nobody can be told from others, and Visit safety says so. Pure.
 */
export const findUnexpected = ({ role, view, proofs, late, expected }: Expectation): readonly ParticipantId[] => {
  let patient = role === 'patient' ? (proofs.self?.sub ?? 'self') : null;
  return view.order.filter((id) => {
    const participant = view.participants[id];
    if (participant?.admitted !== true || participant.claims.role === 'recorder') return false;
    const pass = proofs.others.get(id);
    if (pass?.role === 'patient') {
      patient ??= pass.sub;
      return pass.sub !== patient && !expected.has(id);
    }
    return pass === undefined && proofs.trusted && late.has(id) && !expected.has(id);
  });
};

/** The vendor's recording machines in the room. */
export const countRecorders = ({ order, participants }: Pick<RoomView, 'order' | 'participants'>): number =>
  order.filter((id) => participants[id]?.claims.role === 'recorder').length;
