import type { ParticipantId, RoomClaims, RoomKnock, RoomParticipant, RoomPatch, RoomTrack } from '@quietroom/core';
import type { RoomReading } from './read-room.ts';

const sameTrack = (one: RoomTrack | null, other: RoomTrack | null): boolean =>
  one?.id === other?.id && one?.sending === other?.sending;

const sameClaims = (one: RoomClaims, other: RoomClaims): boolean =>
  one.role === other.role && one.sub === other.sub && one.pass === other.pass;

type Change = Partial<RoomParticipant> & { readonly id: ParticipantId };

const changeOf = (before: RoomParticipant, after: RoomParticipant): Change | undefined => {
  const change = {
    ...(before.name === after.name ? {} : { name: after.name }),
    ...(sameClaims(before.claims, after.claims) ? {} : { claims: after.claims }),
    ...(before.handRaised === after.handRaised ? {} : { handRaised: after.handRaised }),
    ...(before.quality === after.quality ? {} : { quality: after.quality }),
    ...(sameTrack(before.microphone, after.microphone) ? {} : { microphone: after.microphone }),
    ...(sameTrack(before.camera, after.camera) ? {} : { camera: after.camera }),
    ...(sameTrack(before.screen, after.screen) ? {} : { screen: after.screen }),
  };
  return Object.keys(change).length === 0 ? undefined : { id: after.id, ...change };
};

const changes = <Entry, Changed>(
  before: ReadonlyMap<ParticipantId, Entry> | undefined,
  after: ReadonlyMap<ParticipantId, Entry>,
  change: (before: Entry | undefined, after: Entry) => Changed | undefined,
): Record<ParticipantId, Changed | null> | undefined => {
  const found: Record<ParticipantId, Changed | null> = {};
  for (const id of before?.keys() ?? []) if (!after.has(id)) found[id] = null;
  for (const [id, entry] of after) {
    const changed = change(before?.get(id), entry);
    if (changed !== undefined) found[id] = changed;
  }
  return Object.keys(found).length === 0 ? undefined : found;
};

const sameKnock = (one: RoomKnock, other: RoomKnock): boolean =>
  one.keptWaiting === other.keptWaiting &&
  one.since === other.since &&
  one.name === other.name &&
  sameClaims(one.claims, other.claims);

const sameFields = <Value extends object>(one: Value, other: Value): boolean =>
  (Object.keys(one) as (keyof Value)[]).every((key) => one[key] === other[key]);

const sameRoom = ({ of: one, ...before }: RoomReading['room'], { of: other, ...after }: RoomReading['room']): boolean =>
  sameFields(before, after) && sameFields(one['100ms'], other['100ms']);

/**
 * What changed from one reading of the room to the next, or null: the vendor calls for every track it looks at, and with
 * new objects each time. Pure.
 */
export const normalise = (before: RoomReading | null, after: RoomReading): RoomPatch | null => {
  const participants = changes(before?.participants, after.participants, (was, is) =>
    was === undefined ? is : changeOf(was, is),
  );
  const knocks = changes(before?.knocks, after.knocks, (was, is) =>
    was !== undefined && sameKnock(was, is) ? undefined : is,
  );
  const patch: RoomPatch = {
    ...(before !== null && sameFields(before.self, after.self) ? {} : { self: after.self }),
    ...(before !== null && sameRoom(before.room, after.room) ? {} : { room: after.room }),
    ...(participants === undefined ? {} : { participants }),
    ...(knocks === undefined ? {} : { knocks }),
  };
  return Object.keys(patch).length === 0 ? null : patch;
};
