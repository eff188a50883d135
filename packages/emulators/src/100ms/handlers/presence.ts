import type { Peer } from '../peer.ts';
import type { RequestOf } from '../requests.ts';
import type { Room } from '../room.ts';
import type { Done } from './done.ts';
import { requirePeer } from './rights.ts';

const tell = (room: Room, peer: Peer): Done => {
  room.tell(null, 'on-peer-update', peer.describeFully());
  return {};
};

/** Another name or other metadata. */
export const updatePeer = (room: Room, peer: Peer, { name, data }: RequestOf<'peer-update'>): Done => {
  peer.name = name ?? peer.name;
  peer.data = data ?? peer.data;
  return tell(room, peer);
};

/** Joins a group; the one of raised hands has a name of its own. */
export const joinGroup = (room: Room, peer: Peer, { name }: RequestOf<'group-join'>): Done => {
  peer.groups.add(name);
  return tell(room, peer);
};

/** Leaves it. */
export const leaveGroup = (room: Room, peer: Peer, { name }: RequestOf<'group-leave'>): Done => {
  peer.groups.delete(name);
  return tell(room, peer);
};

/** Puts somebody into a group. */
export const addToGroup = (room: Room, _peer: Peer, { name, peer_id }: RequestOf<'group-add'>): Done =>
  joinGroup(room, requirePeer(room, peer_id), { name });

/** Takes somebody out of it. */
export const removeFromGroup = (room: Room, _peer: Peer, { name, peer_id }: RequestOf<'group-remove'>): Done =>
  leaveGroup(room, requirePeer(room, peer_id), { name });
