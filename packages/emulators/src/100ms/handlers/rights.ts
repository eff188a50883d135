import type { HMSRole } from '@100mslive/hms-video-store';
import type { Peer } from '../peer.ts';
import type { Room } from '../room.ts';
import { WireError } from '../wire.ts';

type Right = Exclude<keyof HMSRole['permissions'], 'whiteboard' | 'transcriptions'>;

/** @throws WireError 403 unless the role of whoever asks has the right */
export const requireRight = (room: Room, peer: Peer, right: Right): void => {
  if (!room.role(peer.role).permissions[right]) throw new WireError(403, `the role ${peer.role} has no right ${right}`);
};

/** Somebody who is there. @throws WireError 404 */
export const requirePeer = (room: Room, id: string): Peer => {
  const peer = room.find(id);
  if (!peer) throw new WireError(404, 'peer not found');
  return peer;
};
