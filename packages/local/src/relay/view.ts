import type { View } from '../protocol/relay-message.ts';
import type { Seat } from './seat.ts';

const isAdmitted = (seat: Seat): boolean => seat.admission === 'admitted';
const isWaiting = (seat: Seat): boolean => seat.admission === 'knocking' || seat.admission === 'kept-waiting';

/** What one page may know of the room. Whoever is not admitted is shown themselves, and nobody else. */
export const viewFor = (seat: Seat, seats: Iterable<Seat>, locked: boolean): View => {
  const { admission, session, handRaised, pass } = seat;
  const self = { id: pass.sub, session, admission, handRaised };
  if (!isAdmitted(seat)) return { self, room: null };
  const others = [...seats].filter((other) => other !== seat);
  return {
    self,
    room: {
      locked,
      participants: others
        .filter(isAdmitted)
        .sort((a, b) => a.admittedAs - b.admittedAs)
        .map((other) => ({
          id: other.pass.sub,
          name: other.pass.name,
          role: other.pass.role,
          session: other.session,
          handRaised: other.handRaised,
          present: other.link !== null,
        })),
      knocks:
        pass.role !== 'clinician'
          ? null
          : others
              // Whoever waits but cannot be reached is not at the door.
              .filter((other) => isWaiting(other) && other.link !== null)
              .sort((a, b) => a.since - b.since)
              .map((other) => ({
                id: other.pass.sub,
                name: other.pass.name,
                role: other.pass.role,
                pass: other.token,
                since: other.since,
                keptWaiting: other.admission === 'kept-waiting',
              })),
    },
  };
};
