import type { ParticipantId, RoomPatch } from '@quietroom/core';
import type { RoomReading } from './read-room.ts';

/** Readings are plain data, made in one way. */
const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

const changes = <Entry>(
  before: ReadonlyMap<ParticipantId, Entry> | undefined,
  after: ReadonlyMap<ParticipantId, Entry>,
): Record<ParticipantId, Entry | null> | undefined => {
  const found: Record<ParticipantId, Entry | null> = {};
  for (const id of before?.keys() ?? []) if (!after.has(id)) found[id] = null;
  for (const [id, entry] of after) if (!same(before?.get(id), entry)) found[id] = entry;
  return Object.keys(found).length === 0 ? undefined : found;
};

/**
 * What changed from one reading of the room to the next, or null: the vendor calls for every track it looks at, and with
 * new objects each time. Pure.
 */
export const normalise = (before: RoomReading | null, after: RoomReading): RoomPatch | null => {
  const participants = changes(before?.participants, after.participants);
  const knocks = changes(before?.knocks, after.knocks);
  const patch: RoomPatch = {
    ...(same(before?.self, after.self) ? {} : { self: after.self }),
    ...(same(before?.room, after.room) ? {} : { room: after.room }),
    ...(participants === undefined ? {} : { participants }),
    ...(knocks === undefined ? {} : { knocks }),
  };
  return Object.keys(patch).length === 0 ? null : patch;
};
