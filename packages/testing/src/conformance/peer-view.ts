import type { ParticipantId, RoomKnock, RoomParticipant, RoomPatch, RoomSelf, RoomFacts } from '@quietroom/core';

/** The room as one peer has been told so far: the patches laid over each other, nothing added. */
export interface PeerView {
  readonly link: 'up' | 'interrupted' | null;
  readonly self: RoomSelf;
  readonly participants: Readonly<Record<ParticipantId, Partial<RoomParticipant>>>;
  readonly knocks: Readonly<Record<ParticipantId, RoomKnock>>;
  readonly room: Partial<RoomFacts>;
  readonly activeSpeaker: ParticipantId | null;
}

/** Before anything was reported. */
export const emptyView: PeerView = {
  link: null,
  self: {
    id: null,
    admission: 'outside',
    sending: { microphone: false, camera: false, screen: false },
    handRaised: false,
  },
  participants: {},
  knocks: {},
  room: {},
  activeSpeaker: null,
};

const lay = <Value>(
  before: Readonly<Record<ParticipantId, Value>>,
  changes: Readonly<Record<ParticipantId, Value | null>> | undefined,
): Readonly<Record<ParticipantId, Value>> => {
  const after = new Map(Object.entries(before) as [ParticipantId, Value][]);
  for (const [id, change] of Object.entries(changes ?? {}) as [ParticipantId, Value | null][]) {
    if (change === null) after.delete(id);
    else after.set(id, { ...after.get(id), ...change });
  }
  return Object.fromEntries(after);
};

/** The view after a patch. */
export const layOver = (view: PeerView, patch: RoomPatch): PeerView => ({
  link: patch.link ?? view.link,
  self: { ...view.self, ...patch.self },
  participants: lay<Partial<RoomParticipant>>(view.participants, patch.participants),
  knocks: lay(view.knocks, patch.knocks),
  room: { ...view.room, ...patch.room },
  activeSpeaker: patch.activeSpeaker === undefined ? view.activeSpeaker : patch.activeSpeaker,
});
