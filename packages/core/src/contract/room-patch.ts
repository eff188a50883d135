import type { ProviderFacts } from '../policy/provider-facts.ts';
import type { OpaqueId, ParticipantId, Role, TrackId } from './identity.ts';
import type { CaptureSource } from './room-action.ts';

/** Where this page stands with the room. `outside` has not knocked; only `admitted` may publish, see or hear. */
export type Admission = 'outside' | 'knocking' | 'kept-waiting' | 'admitted';

/** Which of a person's sources leave the device, read from what is being sent and never kept beside it. */
export type Sending = Readonly<Record<CaptureSource, boolean>>;

/** This page, as the room sees it. */
export interface RoomSelf {
  readonly id: ParticipantId | null;
  readonly admission: Admission;
  readonly sending: Sending;
  readonly handRaised: boolean;
}

/**
 * What the vendor (or our relay) vouches for about somebody. None of it is proof on its own: core compares it with the
 * visit pass and drops what disagrees.
 */
export interface RoomClaims {
  /** The id in the token the vendor let them in with. */
  readonly sub?: OpaqueId;
  /** The role the vendor enforces for them. `recorder` is the vendor's recording machine. */
  readonly role?: Role | 'recorder';
  /**
   * Whether the vendor gives them the rights of a host, where that is all it knows of roles. A clinician's pass from
   * somebody who is none is refused.
   */
  readonly host?: boolean;
  /** The visit pass, where the transport carries it (our relay hands it to clinicians with a knock). */
  readonly pass?: string;
}

/** Somebody's published source. `sending` is false while it is muted or paused. */
export interface RoomTrack {
  readonly id: TrackId;
  readonly sending: boolean;
}

/** How well we receive somebody. `lost` means their packets stopped coming. */
export type Quality = 'unknown' | 'good' | 'poor' | 'lost';

/** Somebody else in the room, normalised. */
export interface RoomParticipant {
  readonly id: ParticipantId;
  /** The name the vendor shows, unchecked. Core shows it to nobody unless it is a pseudonym and vouched for. */
  readonly name: string;
  readonly claims: RoomClaims;
  /** Whether they are in the visit. The unadmitted are never addressed, announced to or listened to. */
  readonly admitted: boolean;
  readonly microphone: RoomTrack | null;
  readonly camera: RoomTrack | null;
  readonly screen: RoomTrack | null;
  readonly handRaised: boolean;
  readonly quality: Quality;
}

/** Somebody who asks to be let in. Only a clinician's adapter reports these. */
export interface RoomKnock {
  readonly id: ParticipantId;
  readonly name: string;
  readonly claims: RoomClaims;
  readonly keptWaiting: boolean;
  /** Milliseconds since the epoch. */
  readonly since: number;
}

/** What is known of the room itself. Unknown is never taken as met. */
export interface RoomFacts {
  readonly locked: boolean | 'unknown';
  readonly recording: boolean | 'unknown';
  readonly captions: boolean | 'unknown';
  readonly streaming: boolean | 'unknown';
  /** Whether picture and sound pass through a server that can see them. Left out where a provider cannot know. */
  readonly mediaServer?: boolean | 'unknown';
  /** What only this provider can say; its adapter's own rules read it. Replaced whole by a patch. */
  readonly of?: ProviderFacts;
}

/**
 * A change of the room, as plain data. Keys left out did not change; `null` for a participant or a knock means gone.
 * Produced by an adapter's normaliser, which is a pure function of vendor state.
 */
export interface RoomPatch {
  /** Whether the link to the room works. `interrupted` puts the visit into its bounded reconnecting phase. */
  readonly link?: 'up' | 'interrupted';
  readonly self?: Partial<RoomSelf>;
  readonly participants?: Readonly<Record<ParticipantId, (Partial<RoomParticipant> & { readonly id: ParticipantId }) | null>>;
  readonly knocks?: Readonly<Record<ParticipantId, RoomKnock | null>>;
  readonly room?: Partial<RoomFacts>;
  readonly activeSpeaker?: ParticipantId | null;
}

/**
 * What a vendor's machine heard somebody say, unchecked: core bounds it, and shows it as text while the visit may be
 * captioned. Told again with the same `utterance` as more of it is heard.
 */
export interface RoomCaption {
  readonly type: 'caption';
  /** Null where the vendor does not say who spoke. Words of somebody who is not in the visit are dropped. */
  readonly speaker: ParticipantId | null;
  /** Tells it from the speaker's other utterances. Never shown. */
  readonly utterance: string;
  /** All of the utterance so far. */
  readonly text: string;
  /** Whether it is finished. False where the vendor does not say. */
  readonly final: boolean;
  /** BCP 47, where the vendor says it. */
  readonly language?: string;
}

/** Things that happen once and leave no state behind. */
export type RoomNotice =
  | RoomCaption
  | { readonly type: 'muted-by'; readonly by: ParticipantId }
  | { readonly type: 'asked-to-unmute'; readonly by: ParticipantId }
  /** A source stopped without being asked to: unplugged, taken by another program, or stopped from the browser's bar. */
  | { readonly type: 'source-ended'; readonly source: CaptureSource };
