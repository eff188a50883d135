import { randomUUID } from 'node:crypto';
import type { Peer } from '../peer.ts';
import type { RequestOf } from '../requests.ts';
import type { Room } from '../room.ts';
import type { WireMessage } from '../wire.ts';
import type { Done } from './done.ts';
import { requirePeer } from './rights.ts';

/**
 * A message: to one person, to roles, or to everybody but its sender. No role is asked for a right, because the vendor's
 * template has none for it.
 */
export const broadcast = (room: Room, peer: Peer, { info, roles, peer_id: to }: RequestOf<'broadcast'>): Done => {
  const message: WireMessage = {
    peer: peer.describe(),
    message_id: randomUUID(),
    private: to !== undefined,
    timestamp: Date.now(),
    info: { message: info.message, type: info.type },
    ...(roles !== undefined && roles.length > 0 && { roles }),
  };
  if (to !== undefined) requirePeer(room, to).push('on-broadcast', message);
  else {
    for (const other of room.joined) {
      const meant = message.roles === undefined || message.roles.includes(other.role);
      if (other !== peer && meant) other.push('on-broadcast', message);
    }
  }
  return { result: { message_id: message.message_id, timestamp: message.timestamp } };
};
