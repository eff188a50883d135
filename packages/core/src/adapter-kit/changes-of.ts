import type { ParticipantId } from '../contract/identity.ts';
import type { RoomFacts, RoomKnock, RoomParticipant, RoomPatch, RoomSelf } from '../contract/room-patch.ts';
import { same } from './same.ts';

/** What an adapter reads of its vendor's state at one moment, in the contract's words. */
export interface Reading {
  readonly self: Partial<RoomSelf>;
  readonly participants: ReadonlyMap<ParticipantId, RoomParticipant>;
  readonly knocks: ReadonlyMap<ParticipantId, RoomKnock>;
  readonly room: Partial<RoomFacts>;
}

/** The fields that are different; undefined when none is. */
const changed = <Value extends object>(before: Value | undefined, after: Value): Partial<Value> | undefined => {
  const change: Partial<Value> = {};
  let any = false;
  for (const key of Object.keys(after) as (keyof Value)[]) {
    if (same(before?.[key], after[key])) continue;
    change[key] = after[key];
    any = true;
  }
  return any ? change : undefined;
};

const entries = <Entry extends { readonly id: ParticipantId }, Change>(
  before: ReadonlyMap<ParticipantId, Entry> | undefined,
  after: ReadonlyMap<ParticipantId, Entry>,
  toChange: (change: Partial<Entry>, entry: Entry) => Change,
): Record<ParticipantId, Change | null> | undefined => {
  const found: Record<ParticipantId, Change | null> = {};
  for (const id of before?.keys() ?? []) if (!after.has(id)) found[id] = null;
  for (const [id, entry] of after) {
    const change = changed(before?.get(id), entry);
    if (change !== undefined) found[id] = toChange(change, entry);
  }
  return Object.keys(found).length === 0 ? undefined : found;
};

/**
 * For adapters that read a vendor's state anew whenever it may have changed: what is different from one reading to the
 * next, and null when nothing is, however new the vendor's objects are. Pure.
 */
export const changesOf = (before: Reading | null, after: Reading): RoomPatch | null => {
  const self = changed(before?.self, after.self);
  const room = changed(before?.room, after.room);
  const participants = entries(before?.participants, after.participants, (change, { id }) => ({ ...change, id }));
  const knocks = entries(before?.knocks, after.knocks, (_change, knock) => knock);
  const patch: RoomPatch = {
    ...(self && { self }),
    ...(room && { room }),
    ...(participants && { participants }),
    ...(knocks && { knocks }),
  };
  return Object.keys(patch).length === 0 ? null : patch;
};
