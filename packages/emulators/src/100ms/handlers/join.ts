import type { Peer } from '../peer.ts';
import type { RequestOf } from '../requests.ts';
import type { Room } from '../room.ts';
import { nodeId } from '../sfu/media-leg.ts';
import { WireError } from '../wire.ts';
import type { Done } from './done.ts';

/** Comes in. Whoever only previewed was seen by nobody until now. */
export const join = async (room: Room, peer: Peer, { name, data, offer }: RequestOf<'join'>): Promise<Done> => {
  if (room.closed) throw new WireError(410, 'room is disabled');
  peer.name = name;
  peer.data = data ?? '';
  const sdp = offer && (await room.sfu.connect(peer, offer.sdp));
  if (peer.joinedAt === null) room.enter(peer);
  return {
    result: { sfu_node_id: nodeId, ...(sdp !== undefined && { type: 'answer', sdp }) },
    after: () => {
      room.tellState(peer);
      peer.push('room-info', {
        room_id: room.id,
        name: room.name,
        description: '',
        max_size: 0,
        large_room_optimization: false,
      });
      room.tellCount();
      room.sfu.arrange();
    },
  };
};

/** Goes, for good. */
export const leave = (room: Room, peer: Peer): Done => {
  room.leave(peer);
  return {};
};
