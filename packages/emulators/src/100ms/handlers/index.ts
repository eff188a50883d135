import * as v from 'valibot';
import type { Peer } from '../peer.ts';
import { requestShapes as shapes, type RequestName } from '../requests.ts';
import type { Room } from '../room.ts';
import { WireError } from '../wire.ts';
import type { Done } from './done.ts';
import { join, leave } from './join.ts';
import { answer, offer, updateTracks } from './media.ts';
import { broadcast } from './messages.ts';
import { endRoom, removePeer, requestTrack, requestTracks } from './moderation.ts';
import { startRtmp, stopRtmp, switchCaptions, switchHls } from './outputs.ts';
import { addToGroup, joinGroup, leaveGroup, removeFromGroup, updatePeer } from './presence.ts';
import { requirePeer } from './rights.ts';
import { requestRole, takeRole } from './roles.ts';

type Handler = (room: Room, peer: Peer, params: unknown) => Done | Promise<Done>;

/** What is not as the SDK would send it is refused. */
const on =
  <Shape extends v.GenericSchema>(
    shape: Shape,
    handle: (room: Room, peer: Peer, request: v.InferOutput<Shape>) => Done | Promise<Done>,
  ): Handler =>
  (room, peer, params) => {
    const parsed = v.safeParse(shape, params);
    if (!parsed.success) throw new WireError(400, v.summarize(parsed.issues));
    return handle(room, peer, parsed.output);
  };

/** The same for what only somebody who has joined may ask. */
const inside: typeof on = (shape, handle) =>
  on(shape, (room, peer, request) => {
    if (peer.joinedAt === null) throw new WireError(403, 'not joined');
    return handle(room, peer, request);
  });

const nothing = (): Done => ({});

/** What is done about each request. */
export const handlers: Readonly<Record<RequestName, Handler>> = {
  join: on(shapes.join, join),
  leave: on(shapes.leave, leave),
  offer: inside(shapes.offer, offer),
  answer: inside(shapes.answer, answer),
  // The browser finds this side; where it is itself nobody needs to know.
  trickle: nothing,
  'track-update': inside(shapes['track-update'], updateTracks),
  broadcast: inside(shapes.broadcast, broadcast),
  'role-change-request': inside(shapes['role-change-request'], requestRole),
  'role-change': inside(shapes['role-change'], takeRole),
  'track-update-request': inside(shapes['track-update-request'], requestTrack),
  'change-track-mute-state-request': inside(shapes['change-track-mute-state-request'], requestTracks),
  'peer-leave-request': inside(shapes['peer-leave-request'], removePeer),
  'end-room': inside(shapes['end-room'], endRoom),
  'peer-update': inside(shapes['peer-update'], updatePeer),
  'group-join': inside(shapes['group-join'], joinGroup),
  'group-leave': inside(shapes['group-leave'], leaveGroup),
  'group-add': inside(shapes['group-add'], addToGroup),
  'group-remove': inside(shapes['group-remove'], removeFromGroup),
  'rtmp-start': inside(shapes['rtmp-start'], startRtmp),
  'rtmp-stop': inside(shapes['rtmp-stop'], stopRtmp),
  'hls-start': inside(shapes['hls-start'], switchHls(true)),
  'hls-stop': inside(shapes['hls-stop'], switchHls(false)),
  'transcription-start': inside(shapes['transcription-start'], switchCaptions(true)),
  'transcription-stop': inside(shapes['transcription-stop'], switchCaptions(false)),
  'get-peer': inside(shapes['get-peer'], (room, _peer, { peer_id }) => ({
    result: requirePeer(room, peer_id).describe(),
  })),
  analytics: nothing,
  ping: on(shapes.ping, () => ({ result: { timestamp: Date.now() } })),
};
