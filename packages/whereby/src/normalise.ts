import type { ParticipantId, RoomClaims, RoomKnock, RoomPatch, RoomTrack } from '@quietroom/core';
import type { RoomPerson, RoomReading } from './read-room.ts';

const sameTrack = (one: RoomTrack | null, other: RoomTrack | null): boolean =>
  one?.id === other?.id && one?.sending === other?.sending;

const sameClaims = (one: RoomClaims, other: RoomClaims): boolean =>
  one.role === other.role && one.sub === other.sub && one.host === other.host;

const changeOf = (before: RoomPerson, after: RoomPerson): (Partial<RoomPerson> & { id: ParticipantId }) | undefined => {
  const change = {
    ...(before.name === after.name ? {} : { name: after.name }),
    ...(sameClaims(before.claims, after.claims) ? {} : { claims: after.claims }),
    ...(before.handRaised === after.handRaised ? {} : { handRaised: after.handRaised }),
    ...(sameTrack(before.microphone, after.microphone) ? {} : { microphone: after.microphone }),
    ...(sameTrack(before.camera, after.camera) ? {} : { camera: after.camera }),
    ...(sameTrack(before.screen, after.screen) ? {} : { screen: after.screen }),
  };
  return Object.keys(change).length === 0 ? undefined : { id: after.id, ...change };
};

const changes = <Entry, Change>(
  before: ReadonlyMap<ParticipantId, Entry> | undefined,
  after: ReadonlyMap<ParticipantId, Entry>,
  change: (before: Entry | undefined, after: Entry) => Change | undefined,
): Record<ParticipantId, Change | null> | undefined => {
  const found: Record<ParticipantId, Change | null> = {};
  for (const id of before?.keys() ?? []) if (!after.has(id)) found[id] = null;
  for (const [id, entry] of after) {
    const changed = change(before?.get(id), entry);
    if (changed !== undefined) found[id] = changed;
  }
  return Object.keys(found).length === 0 ? undefined : found;
};

const sameFields = <Value extends object>(one: Value, other: Value): boolean =>
  (Object.keys(one) as (keyof Value)[]).every((key) => one[key] === other[key]);

const sameKnock = (one: RoomKnock, other: RoomKnock): boolean =>
  one.keptWaiting === other.keptWaiting && one.since === other.since && one.name === other.name;

/**
 * What changed from one reading of the room to the next, or null: the vendor calls for every chat message and with new
 * arrays each time. Pure.
 */
export const normalise = (before: RoomReading | null, after: RoomReading): RoomPatch | null => {
  const participants = changes(before?.participants, after.participants, (was, is) =>
    was === undefined ? { ...is, quality: 'unknown' as const } : changeOf(was, is),
  );
  const knocks = changes(before?.knocks, after.knocks, (was, is) =>
    was !== undefined && sameKnock(was, is) ? undefined : is,
  );
  const patch: RoomPatch = {
    ...(before !== null && sameFields(before.self, after.self) ? {} : { self: after.self }),
    ...(before !== null && sameFields(before.room, after.room) ? {} : { room: after.room }),
    ...(participants === undefined ? {} : { participants }),
    ...(knocks === undefined ? {} : { knocks }),
  };
  return Object.keys(patch).length === 0 ? null : patch;
};
