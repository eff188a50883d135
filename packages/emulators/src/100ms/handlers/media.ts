import type { Peer } from '../peer.ts';
import type { RequestOf } from '../requests.ts';
import type { Room } from '../room.ts';
import { nodeId } from '../sfu/media-leg.ts';
import type { Done } from './done.ts';

/** Sends other tracks than before. What comes with the offer is all of them; what the role may not send is left out. */
export const offer = async (room: Room, peer: Peer, { desc, tracks: offered }: RequestOf<'offer'>): Promise<Done> => {
  const tracks = Object.entries(offered).filter(([, track]) => room.maySend(peer, track));
  const sdp = peer.media
    ? await peer.media.publish.accept(desc.sdp)
    : // A role without media has just become one with it.
      await room.sfu.connect(peer, desc.sdp);
  const added = tracks.filter(([id]) => !peer.tracks.has(id));
  const removed = [...peer.tracks.keys()].filter((id) => !tracks.some(([kept]) => kept === id));
  for (const [id, track] of tracks) peer.tracks.set(id, track);
  return {
    result: { type: 'answer', sdp, sfu_node_id: nodeId },
    after: () => {
      room.withdraw(peer, removed);
      if (added.length > 0) {
        room.tell(peer, 'on-track-add', { tracks: Object.fromEntries(added), peer: peer.describe() });
      }
      if (added.length + removed.length > 0) room.tellCount();
      room.sfu.arrange();
    },
  };
};

/** The browser's answer to an offer of ours. */
export const answer = async (_room: Room, peer: Peer, { desc }: RequestOf<'answer'>): Promise<Done> => {
  await peer.media?.subscribe.answered(desc.sdp);
  return {};
};

/** A track went on or off: the others are told. */
export const updateTracks = (room: Room, peer: Peer, { tracks }: RequestOf<'track-update'>): Done => {
  const known = Object.entries(tracks).filter(([id]) => peer.tracks.has(id));
  for (const [id, track] of known) peer.tracks.set(id, track);
  room.tell(peer, 'on-track-update', { tracks: Object.fromEntries(known), peer: peer.describe() });
  return {};
};
