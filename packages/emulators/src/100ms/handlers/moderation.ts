import type { Peer } from '../peer.ts';
import type { RequestOf } from '../requests.ts';
import type { Room } from '../room.ts';
import type { Done } from './done.ts';
import { requirePeer, requireRight } from './rights.ts';

/** Asks somebody to mute or unmute one track; their own page does it, or asks them. */
export const requestTrack = (room: Room, peer: Peer, request: RequestOf<'track-update-request'>): Done => {
  const { requested_for: id, track_id, stream_id, mute } = request;
  requireRight(room, peer, mute ? 'mute' : 'unmute');
  requirePeer(room, id).push('on-track-update-request', { requested_by: peer.id, track_id, stream_id, mute });
  return {};
};

/** The same of many people's tracks at once. */
export const requestTracks = (room: Room, peer: Peer, request: RequestOf<'change-track-mute-state-request'>): Done => {
  const { roles, type, source, value } = request;
  requireRight(room, peer, value ? 'mute' : 'unmute');
  for (const other of room.joined) {
    if (other === peer || (roles !== undefined && !roles.includes(other.role))) continue;
    other.push('on-change-track-mute-state-request', {
      requested_by: peer.id,
      value,
      ...(type !== undefined && { type }),
      ...(source !== undefined && { source }),
    });
  }
  return {};
};

/** Puts somebody out. */
export const removePeer = (
  room: Room,
  peer: Peer,
  { requested_for, reason }: RequestOf<'peer-leave-request'>,
): Done => {
  requireRight(room, peer, 'removeOthers');
  const removed = requirePeer(room, requested_for);
  removed.push('on-peer-leave-request', { requested_by: peer.id, reason, room_end: false });
  room.leave(removed);
  return {};
};

/** Ends it for everybody, and with `lock` for good. */
export const endRoom = (room: Room, peer: Peer, { lock, reason }: RequestOf<'end-room'>): Done => {
  requireRight(room, peer, 'endRoom');
  if (lock) room.closed = true;
  return {
    after: () => {
      const everybody = room.joined;
      for (const one of everybody) {
        one.push('on-peer-leave-request', { requested_by: peer.id, reason, room_end: true });
      }
      for (const one of everybody) room.leave(one);
    },
  };
};
