import type { HMSPeer, HMSTrack } from '@100mslive/hms-video-store';
import {
  parseOpaqueId,
  parsePseudonym,
  participantId,
  trackId,
  type Admission,
  type CaptureSource,
  type ParticipantId,
  type Quality,
  type RoomClaims,
  type RoomFacts,
  type RoomKnock,
  type RoomParticipant,
  type RoomSelf,
  type RoomTrack,
  type TrackId,
} from '@quietroom/core';
import { readCard } from './card.ts';
import { readFacts, type HmsFacts, type VendorRoom } from './facts.ts';
import { roleOf, type HmsRoles } from './template-roles.ts';

/** Somebody in the vendor's state; `sip` is a telephone. */
export type VendorPeer = Omit<HMSPeer, 'type'> & { readonly type: string };

/** The part of the vendor's state that this adapter reads. Written out so that the reading is pure and can be tested. */
export interface VendorState extends VendorRoom {
  readonly peers: Readonly<Record<string, VendorPeer>>;
  readonly tracks: Readonly<Record<string, HMSTrack>>;
  readonly connectionQualities: Readonly<Record<string, { readonly downlinkQuality: number }>>;
}

/** The room in the contract's words, all of it, at one moment. */
export interface RoomReading {
  readonly self: Pick<RoomSelf, 'id' | 'admission' | 'handRaised'>;
  readonly participants: ReadonlyMap<ParticipantId, RoomParticipant>;
  readonly knocks: ReadonlyMap<ParticipantId, RoomKnock>;
  readonly room: Omit<Required<RoomFacts>, 'of'> & { readonly of: { readonly '100ms': HmsFacts } };
}

/** How a track of somebody is named: the same before and after it is muted, replaced or negotiated anew. */
export const trackIdOf = (id: ParticipantId, source: CaptureSource): TrackId => trackId(`${id} ${source}`);

/** What the vendor calls a track of somebody now; null where there is none. */
export const vendorTrackOf = (
  { tracks }: Pick<VendorState, 'tracks'>,
  peer: VendorPeer,
  source: CaptureSource,
): HMSTrack | null => {
  if (source === 'screen') {
    const [shared] = peer.auxiliaryTracks.flatMap((id) => {
      const track = tracks[id];
      return track?.source === 'screen' && track.type === 'video' ? [track] : [];
    });
    return shared ?? null;
  }
  return tracks[(source === 'microphone' ? peer.audioTrack : peer.videoTrack) ?? ''] ?? null;
};

/** A name that is no pseudonym is not passed on: it may be a person's name or telephone number. */
const nameOf = ({ name, type }: VendorPeer): string => (type === 'sip' ? null : parsePseudonym(name)) ?? 'Guest';

/** The vendor's recording machine comes in a role of the vendor's own. */
const isRecorder = ({ roleName = '' }: VendorPeer): boolean => roleName.startsWith('__internal');

const claimsOf = (peer: VendorPeer, roles: HmsRoles): RoomClaims => {
  if (isRecorder(peer)) return { role: 'recorder' };
  const sub = parseOpaqueId(peer.customerUserId);
  const role = roleOf(roles, peer.roleName);
  return { ...(sub === null ? {} : { sub }), ...(role === null ? {} : { role }) };
};

/** The vendor scores somebody's own connection from 0 (none) to 5. */
const qualityOf = (score: number | undefined): Quality => {
  if (score === undefined || score < 0) return 'unknown';
  if (score < 1) return 'lost';
  return score < 3 ? 'poor' : 'good';
};

const trackOf = (state: VendorState, peer: VendorPeer, id: ParticipantId, source: CaptureSource): RoomTrack | null => {
  const track = vendorTrackOf(state, peer, source);
  return track && { id: trackIdOf(id, source), sending: track.enabled };
};

const readPerson = (state: VendorState, peer: VendorPeer, roles: HmsRoles): RoomParticipant => {
  const id = participantId(peer.id);
  return {
    id,
    name: nameOf(peer),
    claims: claimsOf(peer, roles),
    admitted: true,
    microphone: trackOf(state, peer, id, 'microphone'),
    camera: trackOf(state, peer, id, 'camera'),
    screen: trackOf(state, peer, id, 'screen'),
    handRaised: peer.isHandRaised,
    quality: qualityOf(state.connectionQualities[peer.id]?.downlinkQuality),
  };
};

/** Somebody who waits has no hand to raise: the clinician raises it to keep them waiting, and everybody's page knows. */
const readKnock = (peer: VendorPeer): RoomKnock => {
  const id = participantId(peer.id);
  const sub = parseOpaqueId(peer.customerUserId);
  const pass = readCard(peer.metadata);
  return {
    id,
    name: nameOf(peer),
    claims: { ...(sub === null ? {} : { sub }), ...(pass === null ? {} : { pass }) },
    keptWaiting: peer.isHandRaised,
    since: peer.joinedAt?.getTime() ?? 0,
  };
};

const admissionOf = ({ room }: VendorState, self: VendorPeer | undefined, roles: HmsRoles): Admission => {
  if (room.isConnected !== true || self === undefined) return 'outside';
  if (self.roleName !== roles.waiting) return 'admitted';
  return self.isHandRaised ? 'kept-waiting' : 'knocking';
};

/** Reads the vendor's state. Pure. The unadmitted learn nothing of the others, whatever the vendor tells them. */
export const readRoom = (state: VendorState, roles: HmsRoles): RoomReading => {
  const self = state.peers[state.room.localPeer];
  const admission = admissionOf(state, self, roles);
  const admitted = admission === 'admitted';
  const others = admitted ? Object.values(state.peers).filter(({ isLocal }) => !isLocal) : [];
  const present = others.filter(({ roleName }) => roleName !== undefined && roleName !== roles.waiting);
  const hosts = admitted && self?.roleName === roles.clinician;
  const waiting = hosts ? others.filter(({ roleName }) => roleName === roles.waiting) : [];
  return {
    self: {
      id: state.room.localPeer === '' ? null : participantId(state.room.localPeer),
      admission,
      handRaised: admitted && self?.isHandRaised === true,
    },
    participants: new Map(present.map((peer) => [participantId(peer.id), readPerson(state, peer, roles)])),
    knocks: new Map(waiting.map((peer) => [participantId(peer.id), readKnock(peer)])),
    room: readFacts(state, admitted),
  };
};
