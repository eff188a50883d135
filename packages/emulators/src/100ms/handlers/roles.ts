import { randomUUID } from 'node:crypto';
import type { Peer } from '../peer.ts';
import type { RequestOf } from '../requests.ts';
import type { Room } from '../room.ts';
import { WireError } from '../wire.ts';
import type { Done } from './done.ts';
import { requirePeer, requireRight } from './rights.ts';

/** Gives others another role, or asks them to take it. */
export const requestRole = (room: Room, peer: Peer, request: RequestOf<'role-change-request'>): Done => {
  requireRight(room, peer, 'changeRole');
  const { requested_for: id, roles = [], role, force } = request;
  if (!Object.hasOwn(room.template.roles, role)) throw new WireError(400, 'role not found');
  const targets =
    id === undefined ? room.joined.filter((other) => roles.includes(other.role)) : [requirePeer(room, id)];
  for (const target of targets) {
    if (force) room.changeRole(target, role);
    else {
      target.offeredRole = { role, token: randomUUID() };
      target.push('on-role-change-request', { requested_by: peer.id, ...target.offeredRole });
    }
  }
  return {};
};

/** Takes the role that was offered. */
export const takeRole = (room: Room, peer: Peer, { role, token }: RequestOf<'role-change'>): Done => {
  const { offeredRole } = peer;
  if (offeredRole?.token !== token || offeredRole.role !== role) throw new WireError(403, 'that role was not offered');
  peer.offeredRole = null;
  room.changeRole(peer, role);
  return {};
};
