import type { OpaqueId, RoomEnd } from '@quietroom/core';
import type { RelayAction } from '../protocol/client-message.ts';
import type { ActionRefusal } from '../protocol/relay-message.ts';
import type { RelayEvent } from './relay-event.ts';
import type { Seat } from './seat.ts';

/** What actions read and change. */
export interface RoomState {
  readonly seats: Map<OpaqueId, Seat>;
  /** Removed people, for the rest of the room's life. */
  readonly barred: Set<OpaqueId>;
  locked: boolean;
  /** How many were ever admitted. */
  admissions: number;
  readonly maximumParticipants: number;
  now(): number;
  vacate(seat: Seat, reason: RoomEnd): void;
  event(type: Extract<RelayEvent, { participant: unknown }>['type'], seat: Seat): void;
  roomEvent(type: 'locked' | 'unlocked' | 'ended-for-everyone'): void;
}

type Aimed = Extract<RelayAction, { participant: string }>;
type AtTheDoor = Extract<RelayAction, { type: 'knock' | 'cancelKnock' }>;

const isWaiting = (seat: Seat): boolean => seat.admission === 'knocking' || seat.admission === 'kept-waiting';

const isFull = ({ seats, maximumParticipants }: RoomState): boolean =>
  [...seats.values()].filter((seat) => seat.admission === 'admitted').length >= maximumParticipants;

const performAtTheDoor = (room: RoomState, seat: Seat, action: AtTheDoor): ActionRefusal | null => {
  if (action.type === 'cancelKnock') {
    if (seat.admission === 'admitted') return 'action-failed';
    seat.admission = 'outside';
    return null;
  }
  if (seat.admission === 'admitted') return 'action-failed';
  if (isWaiting(seat)) return null;
  if (room.barred.has(seat.pass.sub)) {
    room.vacate(seat, 'removed');
    return null;
  }
  if (room.locked) return 'room-locked';
  if (isFull(room)) return 'room-full';
  const now = room.now();
  if (!seat.knocks.take(1, now)) return 'action-failed';
  seat.admission = 'knocking';
  seat.since = now;
  room.event('knocked', seat);
  return null;
};

const performOnWaiting = (
  room: RoomState,
  target: Seat,
  type: 'admit' | 'keepWaiting' | 'decline',
): ActionRefusal | null => {
  if (!isWaiting(target)) return 'participant-gone';
  switch (type) {
    case 'admit':
      if (isFull(room)) return 'room-full';
      target.admission = 'admitted';
      target.admittedAs = ++room.admissions;
      room.event('admitted', target);
      return null;
    case 'keepWaiting':
      target.admission = 'kept-waiting';
      return null;
    case 'decline':
      room.event('declined', target);
      room.vacate(target, 'declined');
      return null;
  }
};

const performOnAdmitted = (
  room: RoomState,
  seat: Seat,
  target: Seat,
  type: 'remove' | 'mute' | 'askToUnmute',
): ActionRefusal | null => {
  if (target.admission !== 'admitted') return 'participant-gone';
  if (target === seat) return 'action-failed';
  if (type === 'remove') {
    room.barred.add(target.pass.sub);
    room.event('removed', target);
    room.vacate(target, 'removed');
    return null;
  }
  if (target.link === null) return 'participant-gone';
  target.link.send({ type: 'notice', notice: type === 'mute' ? 'muted-by' : 'asked-to-unmute', by: seat.pass.sub });
  return null;
};

const performOnSomebody = (room: RoomState, seat: Seat, action: Aimed): ActionRefusal | null => {
  const target = [...room.seats.values()].find((other) => other.pass.sub === action.participant);
  if (target === undefined) return 'participant-gone';
  switch (action.type) {
    case 'admit':
    case 'keepWaiting':
    case 'decline':
      return performOnWaiting(room, target, action.type);
    case 'remove':
    case 'mute':
    case 'askToUnmute':
      return performOnAdmitted(room, seat, target, action.type);
  }
};

/** Carries out what a page asked, if its role and admission allow it: the answer does not depend on its own code. */
export const performAction = (room: RoomState, seat: Seat, action: RelayAction): ActionRefusal | null => {
  if (action.type === 'knock' || action.type === 'cancelKnock') return performAtTheDoor(room, seat, action);
  if (seat.admission !== 'admitted') return 'action-failed';
  if (action.type === 'raiseHand') {
    seat.handRaised = action.raised;
    return null;
  }
  if (seat.pass.role !== 'clinician') return 'action-failed';
  switch (action.type) {
    case 'lock':
      room.locked = action.locked;
      room.roomEvent(action.locked ? 'locked' : 'unlocked');
      return null;
    case 'endForEveryone':
      room.roomEvent('ended-for-everyone');
      for (const other of [...room.seats.values()]) room.vacate(other, 'ended-for-everyone');
      return null;
    default:
      return performOnSomebody(room, seat, action);
  }
};
