import * as v from 'valibot';

const room = v.string();
const robot = v.picklist(['recorder', 'streamer', 'captioner']);
const ruleFields = {
  on: v.picklist(['rest', 'request', 'event']),
  name: v.string(),
  who: v.exactOptional(v.string()),
  times: v.exactOptional(v.number()),
};

/** A rule of the script, as a page sends it. */
const rule = v.variant('action', [
  v.object({ ...ruleFields, action: v.literal('drop') }),
  v.object({ ...ruleFields, action: v.literal('delay'), milliseconds: v.number() }),
  v.object({ ...ruleFields, action: v.literal('refuse'), error: v.string() }),
  v.object({ ...ruleFields, action: v.literal('replace'), by: v.record(v.string(), v.string()) }),
]);

/** What a test may tell the stand-in to do. `room` is the room's path, with the slash. */
export const commandShape = v.variant('command', [
  v.object({
    command: v.literal('createRoom'),
    subdomain: v.exactOptional(v.string()),
    name: v.exactOptional(v.string()),
    locked: v.exactOptional(v.boolean()),
    mode: v.exactOptional(v.picklist(['normal', 'group'])),
    capacity: v.exactOptional(v.number()),
    longestText: v.exactOptional(v.number()),
  }),
  v.object({ command: v.literal('deleteRoom'), room }),
  v.object({ command: v.literal('setLocked'), room, locked: v.boolean() }),
  v.object({ command: v.literal('robotEnters'), room, role: robot }),
  v.object({ command: v.literal('robotLeaves'), room, role: robot }),
  v.object({ command: v.literal('dialsIn'), room, telephoneNumber: v.string() }),
  v.object({
    command: v.literal('caption'),
    room,
    senderId: v.string(),
    text: v.string(),
    resultId: v.exactOptional(v.string()),
  }),
  v.object({ command: v.literal('hangUp'), room, clientId: v.exactOptional(v.string()) }),
  v.object({ command: v.literal('addRule'), rule }),
  v.object({
    command: v.literal('setDown'),
    service: v.picklist(['api', 'signal', 'telemetry', 'cdn', 'sfu']),
    down: v.boolean(),
  }),
  v.object({ command: v.literal('clearScript') }),
  v.object({ command: v.literal('inspect'), room: v.exactOptional(room) }),
  v.object({ command: v.literal('received') }),
  v.object({ command: v.literal('forget') }),
]);

/** One of them. */
export type Command = v.InferOutput<typeof commandShape>;

/** A room as `createRoom` answers it. */
export interface CreatedRoom {
  /** The room's path, with the slash; names it in other commands. */
  readonly room: string;
  readonly roomUrl: string;
  readonly hostRoomUrl: string;
  readonly hostKey: string;
}

/** What is going on, as `inspect` answers it. */
export interface Inspection {
  /** Open signalling lines, of every room and of none. */
  readonly connections: number;
  /** Telemetry connections ever made since `forget`. */
  readonly telemetryConnections: number;
  /** Of the room asked for, or of no room. */
  readonly locked: boolean | null;
  readonly clients: readonly {
    readonly id: string;
    readonly role: string;
    readonly displayName: string;
    readonly externalId: string | null;
    readonly deviceId: string;
  }[];
  readonly knockers: readonly { readonly id: string; readonly displayName: string | null }[];
}
