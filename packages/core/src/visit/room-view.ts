import { same } from '../adapter-kit/same.ts';
import type { ParticipantId } from '../contract/identity.ts';
import type { RoomFacts, RoomKnock, RoomParticipant, RoomPatch, RoomSelf } from '../contract/room-patch.ts';

/** The room as the adapter has reported it so far; nothing in it is proved yet. */
export interface RoomView {
  readonly link: 'up' | 'interrupted';
  readonly self: RoomSelf;
  readonly participants: Readonly<Record<ParticipantId, RoomParticipant>>;
  readonly order: readonly ParticipantId[];
  readonly knocks: Readonly<Record<ParticipantId, RoomKnock>>;
  readonly knockOrder: readonly ParticipantId[];
  readonly room: RoomFacts;
  readonly activeSpeaker: ParticipantId | null;
}

/** Before the adapter has said anything: nobody, and nothing known. */
export const emptyRoomView: RoomView = {
  link: 'up',
  self: {
    id: null,
    admission: 'outside',
    sending: { microphone: false, camera: false, screen: false },
    handRaised: false,
  },
  participants: {},
  order: [],
  knocks: {},
  knockOrder: [],
  room: { locked: 'unknown', recording: 'unknown', captions: 'unknown', streaming: 'unknown' },
  activeSpeaker: null,
};

const emptyParticipant = (id: ParticipantId): RoomParticipant => ({
  id,
  name: '',
  claims: {},
  admitted: false,
  microphone: null,
  camera: null,
  screen: null,
  handRaised: false,
  quality: 'unknown',
});

/** A value with some of it changed, or the value itself when nothing is different. */
export const merge = <Value extends object>(before: Value, change: Partial<Value> | undefined): Value => {
  if (change === undefined) return before;
  const after = { ...before };
  let changed = false;
  for (const key of Object.keys(change) as (keyof Value)[]) {
    const value = change[key];
    if (value === undefined || same(before[key], value)) continue;
    after[key] = value;
    changed = true;
  }
  return changed ? after : before;
};

type Entries<Value> = Readonly<Record<ParticipantId, Value>>;

const mergeEntries = <Value extends object, Change extends object>(
  before: Entries<Value>,
  order: readonly ParticipantId[],
  changes: Entries<Change | null> | undefined,
  apply: (id: ParticipantId, before: Value | undefined, change: Change) => Value,
): readonly [Entries<Value>, readonly ParticipantId[]] => {
  if (changes === undefined) return [before, order];
  const after: Record<ParticipantId, Value> = { ...before };
  let changed = false;
  let ids = order;
  for (const id of Object.keys(changes) as ParticipantId[]) {
    const change = changes[id];
    const known = after[id];
    if (change === null || change === undefined) {
      if (known === undefined) continue;
      // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- the record is a fresh copy keyed by id
      delete after[id];
      ids = ids.filter((other) => other !== id);
      changed = true;
      continue;
    }
    const next = apply(id, known, change);
    if (next === known) continue;
    after[id] = next;
    if (known === undefined) ids = [...ids, id];
    changed = true;
  }
  return changed ? [after, ids] : [before, order];
};

/** The room after a patch. Pure; what did not change stays the same object, down to each participant. */
export const applyPatch = (view: RoomView, patch: RoomPatch): RoomView => {
  const [participants, order] = mergeEntries(view.participants, view.order, patch.participants, (id, before, change) =>
    merge(before ?? emptyParticipant(id), change),
  );
  const [knocks, knockOrder] = mergeEntries(view.knocks, view.knockOrder, patch.knocks, (_id, before, change) =>
    before === undefined ? change : merge(before, change),
  );
  return merge(view, {
    ...(patch.link === undefined ? {} : { link: patch.link }),
    self: merge(view.self, patch.self),
    participants,
    order,
    knocks,
    knockOrder,
    room: merge(view.room, patch.room),
    ...(patch.activeSpeaker === undefined ? {} : { activeSpeaker: patch.activeSpeaker }),
  });
};
