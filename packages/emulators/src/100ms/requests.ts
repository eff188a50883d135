import * as v from 'valibot';

const text = v.pipe(v.string(), v.maxLength(200_000));
const name = v.pipe(v.string(), v.maxLength(1_000));

const description = v.object({ type: v.picklist(['offer', 'answer']), sdp: text });

const track = v.object({
  track_id: name,
  stream_id: name,
  type: v.picklist(['audio', 'video']),
  source: name,
  description: v.optional(name, ''),
  mute: v.boolean(),
});
const tracks = v.record(name, track);
const nothing = v.unknown();
const captions = v.object({ mode: v.literal('caption') });

/** What a browser may say on its line, and what of it this server reads. Fields it does not know are dropped. */
export const requestShapes = {
  join: v.object({
    name,
    data: v.nullish(text),
    offer: v.optional(description),
  }),
  offer: v.object({ desc: description, tracks: v.optional(tracks, {}) }),
  answer: v.object({ desc: description }),
  trickle: nothing,
  'track-update': v.object({ tracks }),
  broadcast: v.object({
    info: v.object({ message: v.unknown(), type: name }),
    roles: v.optional(v.array(name)),
    peer_id: v.optional(name),
  }),
  leave: nothing,
  'end-room': v.object({ lock: v.optional(v.boolean(), false), reason: v.optional(text, '') }),
  'role-change-request': v.object({
    requested_for: v.optional(name),
    roles: v.optional(v.array(name)),
    role: name,
    force: v.optional(v.boolean(), false),
  }),
  'role-change': v.object({ role: name, token: name }),
  'track-update-request': v.object({ requested_for: name, track_id: name, stream_id: name, mute: v.boolean() }),
  'change-track-mute-state-request': v.object({
    roles: v.optional(v.array(name)),
    type: v.optional(v.picklist(['audio', 'video'])),
    source: v.optional(name),
    value: v.boolean(),
  }),
  'peer-leave-request': v.object({ requested_for: name, reason: v.optional(text, '') }),
  'peer-update': v.object({ name: v.optional(name), data: v.optional(text) }),
  'group-join': v.object({ name }),
  'group-leave': v.object({ name }),
  'group-add': v.object({ name, peer_id: name }),
  'group-remove': v.object({ name, peer_id: name }),
  'rtmp-start': v.object({
    record: v.optional(v.boolean(), false),
    rtmp_urls: v.optional(v.array(name)),
  }),
  'rtmp-stop': nothing,
  'hls-start': nothing,
  'hls-stop': nothing,
  'transcription-start': captions,
  'transcription-stop': captions,
  'get-peer': v.object({ peer_id: name }),
  analytics: nothing,
  ping: nothing,
} as const;

/** The method of one request. */
export type RequestName = keyof typeof requestShapes;

/** What that request carries, as far as this server reads it. */
export type RequestOf<Name extends RequestName> = v.InferOutput<(typeof requestShapes)[Name]>;
