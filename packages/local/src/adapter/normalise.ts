import {
  parseOpaqueId,
  participantId,
  type ParticipantId,
  type Role,
  type RoomClaims,
  type RoomFacts,
  type RoomKnock,
  type RoomParticipant,
  type RoomPatch,
} from '@quietroom/core';
import type { View, ViewRoom } from '../protocol/relay-message.ts';

/** What the direct connection to somebody says about them. */
export type Reception = Pick<RoomParticipant, 'microphone' | 'camera' | 'screen' | 'quality'>;

/** What the relay's view is put together with. */
export interface NormaliseContext {
  reception(id: ParticipantId): Reception;
  /** How far this page's clock is ahead of the relay's, in milliseconds. */
  readonly clockOffset: number;
}

type Person = ViewRoom['participants'][number];
type Caller = NonNullable<ViewRoom['knocks']>[number];

const claimsOf = (id: string, role: Role, pass?: string): RoomClaims => {
  const sub = parseOpaqueId(id);
  return { role, ...(sub === null ? {} : { sub }), ...(pass === undefined ? {} : { pass }) };
};

const byId = <Entry extends { readonly id: string }>(entries: readonly Entry[] | null | undefined) =>
  new Map((entries ?? []).map((entry) => [participantId(entry.id), entry]));

const participantChange = (
  id: ParticipantId,
  before: Person | undefined,
  after: Person,
  context: NormaliseContext,
): (Partial<RoomParticipant> & { id: ParticipantId }) | undefined => {
  const { name, role, handRaised } = after;
  if (before === undefined) {
    return { id, name, claims: claimsOf(id, role), admitted: true, handRaised, ...context.reception(id) };
  }
  return before.handRaised === handRaised ? undefined : { id, handRaised };
};

const toKnock = (id: ParticipantId, caller: Caller, { clockOffset }: NormaliseContext): RoomKnock => ({
  id,
  name: caller.name,
  claims: claimsOf(id, caller.role, caller.pass),
  keptWaiting: caller.keptWaiting,
  since: caller.since + clockOffset,
});

const sameCaller = (one: Caller, other: Caller): boolean =>
  one.keptWaiting === other.keptWaiting && one.pass === other.pass && one.since === other.since;

const changes = <Before, After, Change>(
  before: ReadonlyMap<ParticipantId, Before>,
  after: ReadonlyMap<ParticipantId, After>,
  change: (id: ParticipantId, before: Before | undefined, after: After) => Change | undefined,
): Record<ParticipantId, Change | null> | undefined => {
  const found: Record<ParticipantId, Change | null> = {};
  for (const id of before.keys()) if (!after.has(id)) found[id] = null;
  for (const [id, entry] of after) {
    const changed = change(id, before.get(id), entry);
    if (changed !== undefined) found[id] = changed;
  }
  return Object.keys(found).length === 0 ? undefined : found;
};

const selfOf = ({ self: { id, admission, handRaised } }: View) => ({ id: participantId(id), admission, handRaised });

const same = (one: ReturnType<typeof selfOf>, other: ReturnType<typeof selfOf>): boolean =>
  one.id === other.id && one.admission === other.admission && one.handRaised === other.handRaised;

/** Nothing can record, caption or stream here: the relay sees no media. */
const factsOf = ({ room }: View): RoomFacts => ({
  locked: room?.locked ?? 'unknown',
  recording: false,
  captions: false,
  streaming: false,
});

/**
 * What changed from one view of the relay to the next, in the contract's words. Pure. Somebody who came back with
 * another page leaves in a patch of their own before they come again: nothing known of the old page holds for the new.
 */
export const normalise = (before: View | null, after: View, context: NormaliseContext): readonly RoomPatch[] => {
  const former = byId(before?.room?.participants);
  const present = byId(after.room?.participants);
  const swapped = [...former.keys()].filter((id) => {
    const now = present.get(id);
    return now !== undefined && now.session !== former.get(id)?.session;
  });
  for (const id of swapped) former.delete(id);

  const participants = changes(former, present, (id, was, is) => participantChange(id, was, is, context));
  const knocks = changes(byId(before?.room?.knocks), byId(after.room?.knocks), (id, was, is) =>
    was !== undefined && sameCaller(was, is) ? undefined : toKnock(id, is, context),
  );
  const self = selfOf(after);
  const room = factsOf(after);
  const patch: RoomPatch = {
    ...(before !== null && same(selfOf(before), self) ? {} : { self }),
    ...(before !== null && factsOf(before).locked === room.locked ? {} : { room }),
    ...(participants === undefined ? {} : { participants }),
    ...(knocks === undefined ? {} : { knocks }),
  };
  const gone = { participants: Object.fromEntries(swapped.map((id) => [id, null])) };
  return [...(swapped.length === 0 ? [] : [gone]), ...(Object.keys(patch).length === 0 ? [] : [patch])];
};
