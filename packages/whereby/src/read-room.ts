import {
  parseOpaqueId,
  parsePseudonym,
  participantId,
  trackId,
  type Admission,
  type CaptureSource,
  type ParticipantId,
  type RoomClaims,
  type RoomFacts,
  type RoomKnock,
  type RoomParticipant,
  type RoomSelf,
  type RoomTrack,
  type TrackId,
} from '@quietroom/core';
import type { VendorParticipant, VendorState, VendorStream } from './vendor-state.ts';

/** What this page remembers beside the vendor's state. */
export interface Memory {
  /** Where this page stands; the vendor's word for it changes while its line is down, this does not. */
  readonly admission: Admission;
  /** Whether this page has been inside since it connected: only then does the vendor know machines in the room. */
  readonly inside: boolean;
  /** Since when somebody knocks, in milliseconds since the epoch, and whether this page keeps them waiting. */
  knock(id: ParticipantId): { readonly since: number; readonly keptWaiting: boolean };
  /** Knocks this page has answered. The vendor need not say that they are over. */
  readonly answered: ReadonlySet<ParticipantId>;
}

/** What the vendor's state tells of the room itself. */
export type FactsRead = Required<Pick<RoomFacts, 'locked' | 'recording' | 'captions' | 'streaming' | 'mediaServer'>>;

/** The room in the contract's words, all of it, at one moment. */
export interface RoomReading {
  readonly self: Pick<RoomSelf, 'id' | 'admission' | 'handRaised'>;
  readonly participants: ReadonlyMap<ParticipantId, RoomParticipant>;
  readonly knocks: ReadonlyMap<ParticipantId, RoomKnock>;
  readonly room: FactsRead;
}

/** Machines. The vendor's own client hides them from its participants. */
const machines: ReadonlySet<string> = new Set(['recorder', 'streamer', 'captioner', 'assistant']);

/** How a track of somebody is named: the same before and after it is muted, replaced or negotiated anew. */
export const trackIdOf = (id: ParticipantId, source: CaptureSource): TrackId => trackId(`${id} ${source}`);

const isMachine = ({ roleName, isAudioRecorder }: VendorParticipant): boolean =>
  machines.has(roleName) || isAudioRecorder;

/** A name that is no pseudonym is not passed on: it may be a person's name or telephone number. */
const nameOf = (name: string | null): string => parsePseudonym(name ?? '') ?? 'Guest';

const claimsOf = (who: VendorParticipant): RoomClaims => {
  if (isMachine(who)) return { role: 'recorder' };
  const sub = who.externalId === null ? null : parseOpaqueId(who.externalId);
  return { host: who.roleName === 'host', ...(sub === null ? {} : { sub }) };
};

const trackOf = (
  id: ParticipantId,
  source: CaptureSource,
  lines: readonly MediaStreamTrack[] | undefined,
  sending: boolean,
): RoomTrack | null => (lines === undefined || lines.length === 0 ? null : { id: trackIdOf(id, source), sending });

const readPerson = (who: VendorParticipant): RoomParticipant => {
  const id = participantId(who.id);
  const { stream, presentationStream }: { stream: VendorStream | null; presentationStream: VendorStream | null } = who;
  return {
    id,
    // Measured later, and then told by whoever measures it.
    quality: 'unknown',
    name: nameOf(who.displayName),
    claims: claimsOf(who),
    admitted: true,
    microphone: trackOf(id, 'microphone', stream?.getAudioTracks(), who.isAudioEnabled),
    camera: trackOf(id, 'camera', stream?.getVideoTracks(), who.isVideoEnabled),
    screen: trackOf(id, 'screen', presentationStream?.getVideoTracks(), true),
    handRaised: Boolean(who.stickyReaction),
  };
};

const factsOf = (state: VendorState, { inside }: Memory): FactsRead => {
  const locked = state.room.isLocked;
  // Who waits outside is told that the door is locked, and nothing else.
  if (!inside)
    return {
      locked: locked || 'unknown',
      recording: 'unknown',
      captions: 'unknown',
      streaming: 'unknown',
      mediaServer: 'unknown',
    };
  const roles = state.remoteParticipants.remoteParticipants;
  const has = (role: string): boolean => roles.some(({ roleName }) => roleName === role);
  return {
    locked,
    // The vendor's flags are silent for whoever joins later, and its live stream flag is never set: its machines tell.
    // An assistant of the vendor's hears everything too.
    recording:
      state.cloudRecording.isRecording ||
      has('recorder') ||
      has('assistant') ||
      roles.some((who) => who.isAudioRecorder),
    captions: state.liveCaptions.isCaptioning || state.liveTranscription.isTranscribing || has('captioner'),
    streaming: has('streamer'),
    mediaServer: state.room.mode === null ? 'unknown' : state.room.mode !== 'normal',
  };
};

/** Reads the vendor's state. Pure. The unadmitted learn nothing of the others, whatever the vendor's state still holds. */
export const readRoom = (state: VendorState, memory: Memory): RoomReading => {
  const { localParticipant, remoteParticipants, waitingParticipants } = state;
  const admitted = memory.admission === 'admitted';
  const present = admitted ? remoteParticipants.remoteParticipants : [];
  const isHost = admitted && localParticipant.roleName === 'host';
  const participants = new Map(
    present
      .filter(({ id }) => id !== localParticipant.id)
      .map((who) => [participantId(who.id), readPerson(who)] as const),
  );
  const knocks = new Map<ParticipantId, RoomKnock>();
  for (const { id: vendorId, displayName } of isHost ? waitingParticipants.waitingParticipants : []) {
    const id = participantId(vendorId);
    if (memory.answered.has(id) || participants.has(id)) continue;
    knocks.set(id, { id, name: nameOf(displayName), claims: {}, ...memory.knock(id) });
  }
  return {
    self: {
      id: localParticipant.id === '' ? null : participantId(localParticipant.id),
      admission: memory.admission,
      handRaised: admitted && Boolean(localParticipant.stickyReaction),
    },
    participants,
    knocks,
    room: factsOf(state, memory),
  };
};
