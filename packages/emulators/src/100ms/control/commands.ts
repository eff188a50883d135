import * as v from 'valibot';

const room = v.string();
const peer = v.string();
const ruleFields = {
  on: v.picklist(['http', 'request', 'push']),
  name: v.string(),
  who: v.exactOptional(v.string()),
  times: v.exactOptional(v.number()),
};

/** A rule of the script, as a page sends it. */
const rule = v.variant('action', [
  v.object({ ...ruleFields, action: v.literal('drop') }),
  v.object({ ...ruleFields, action: v.literal('delay'), milliseconds: v.number() }),
  v.object({
    ...ruleFields,
    action: v.literal('refuse'),
    code: v.number(),
    message: v.exactOptional(v.string()),
  }),
  v.object({ ...ruleFields, action: v.literal('replace'), by: v.record(v.string(), v.string()) }),
]);

const right = v.picklist([
  'endRoom',
  'removeOthers',
  'mute',
  'unmute',
  'changeRole',
  'hlsStreaming',
  'rtmpStreaming',
  'browserRecording',
  'pollRead',
  'pollWrite',
]);

/** What a test may tell the stand-in to do. `room` is the room's id, `peer` the client's id of its peer. */
export const commandShape = v.variant('command', [
  v.object({
    command: v.literal('createRoom'),
    name: v.exactOptional(v.string()),
    hipaa: v.exactOptional(v.boolean()),
    storage: v.exactOptional(v.boolean()),
    previewState: v.exactOptional(v.boolean()),
    flags: v.exactOptional(v.array(v.string())),
    /** Further rights of roles: `{ patient: ['rtmpStreaming'] }`. */
    rights: v.exactOptional(v.record(v.string(), v.array(right))),
  }),
  v.object({
    command: v.literal('mintToken'),
    room,
    userId: v.string(),
    role: v.string(),
    lifetime: v.exactOptional(v.number()),
  }),
  v.object({ command: v.literal('changeRole'), room, peer, role: v.string() }),
  v.object({
    command: v.literal('setRecording'),
    room,
    place: v.picklist(['browser', 'sfu', 'hls']),
    on: v.boolean(),
  }),
  v.object({ command: v.literal('setRtmp'), room, on: v.boolean() }),
  v.object({ command: v.literal('setHls'), room, on: v.boolean() }),
  v.object({ command: v.literal('caption'), room, peer, text: v.string(), final: v.exactOptional(v.boolean()) }),
  v.object({ command: v.literal('dialsIn'), room, telephoneNumber: v.string(), role: v.exactOptional(v.string()) }),
  v.object({ command: v.literal('leaves'), room, peer }),
  v.object({
    command: v.literal('say'),
    room,
    from: peer,
    to: v.nullable(peer),
    message: v.unknown(),
    type: v.exactOptional(v.string()),
  }),
  v.object({ command: v.literal('setQuality'), room, peer, score: v.number() }),
  v.object({ command: v.literal('setClosed'), room, closed: v.boolean() }),
  v.object({ command: v.literal('hangUp'), room, peer: v.exactOptional(peer) }),
  v.object({ command: v.literal('addRule'), rule }),
  v.object({
    command: v.literal('setDown'),
    service: v.picklist(['init', 'signal', 'events', 'auth']),
    down: v.boolean(),
  }),
  v.object({ command: v.literal('clearScript') }),
  v.object({ command: v.literal('inspect'), room: v.exactOptional(room) }),
  v.object({
    command: v.literal('entries'),
    peer: v.exactOptional(peer),
    way: v.exactOptional(v.picklist(['in', 'out'])),
  }),
  v.object({ command: v.literal('forget') }),
]);

/** One of them. */
export type Command = v.InferOutput<typeof commandShape>;

/** Somebody with a line to a room, as `inspect` answers it. */
export interface InspectedPeer {
  readonly id: string;
  readonly userId: string;
  readonly role: string;
  readonly name: string;
  readonly data: string;
  readonly groups: readonly string[];
  /** False for somebody who only previews. */
  readonly joined: boolean;
  /** False for a telephone, and for somebody whose line broke. */
  readonly online: boolean;
  readonly tracks: readonly {
    readonly id: string;
    readonly type: string;
    readonly source: string;
    readonly mute: boolean;
  }[];
}

/** What is going on, as `inspect` answers it. */
export interface Inspection {
  /** Open lines, of every room. */
  readonly lines: number;
  /** Events that came by HTTP since `forget`. */
  readonly events: number;
  /** Of the room asked for; none when no room was. */
  readonly peers: readonly InspectedPeer[];
  readonly closed: boolean;
}
