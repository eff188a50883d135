import type { OpaqueId, ParticipantId, ParticipantRole, Pseudonym, Role } from '../contract/identity.ts';
import type { RoomEnd } from '../contract/room-adapter.ts';
import type { RoomError } from '../contract/room-error.ts';
import type { Quality, RoomFacts, RoomTrack, Sending } from '../contract/room-patch.ts';
import type { Finding } from '../policy/rule.ts';

/** Why a visit is over. */
export type EndReason = 'left' | 'cancelled' | 'closed' | 'refused' | 'failed' | RoomEnd;

/**
 * Where the visit stands: `ready → connecting → (knocking → kept-waiting) → verifying → joined ⇄ reconnecting → ended`.
 * `join` may be called again from `ended`.
 */
export type Phase =
  | { readonly name: 'ready' }
  | { readonly name: 'connecting' }
  | { readonly name: 'knocking'; readonly since: number }
  | { readonly name: 'kept-waiting'; readonly since: number }
  | { readonly name: 'verifying' }
  | { readonly name: 'joined'; readonly since: number }
  | { readonly name: 'reconnecting'; readonly since: number }
  | {
      readonly name: 'ended';
      readonly reason: EndReason;
      /** Present when the reason is `failed`. */
      readonly error?: RoomError;
      /** The rules that were not met, when the reason is `refused`. */
      readonly findings?: readonly Finding[];
    };

/** Somebody else in the visit, as far as their identity has been proved. */
export interface Participant {
  readonly id: ParticipantId;
  /** Null until a valid pass names them: shown as a guest. */
  readonly pseudonym: Pseudonym | null;
  readonly role: ParticipantRole;
  /** The id in their pass; the key to the host's roster. Null until verified. */
  readonly sub: OpaqueId | null;
  /** True once a valid pass and a message sealed with its key have arrived: they can be written to. */
  readonly verified: boolean;
  readonly microphone: RoomTrack | null;
  readonly camera: RoomTrack | null;
  readonly screen: RoomTrack | null;
  readonly handRaised: boolean;
  readonly quality: Quality;
}

/** Somebody who asks to be let in. */
export interface Knock {
  readonly id: ParticipantId;
  readonly pseudonym: Pseudonym | null;
  readonly role: ParticipantRole;
  readonly sub: OpaqueId | null;
  readonly verified: boolean;
  readonly keptWaiting: boolean;
  readonly since: number;
}

/** This page's own part in the visit. */
export interface Self {
  readonly id: ParticipantId | null;
  readonly role: Role;
  /** Drawn by the host's server, or by core when the host has none. Null before joining. */
  readonly pseudonym: Pseudonym | null;
  /** Whether a pass vouches for the role. */
  readonly verified: boolean;
  readonly sending: Sending;
  readonly handRaised: boolean;
}

/** Everything the interface shows, shared structurally: what did not change stays the same object. */
export interface VisitState {
  readonly phase: Phase;
  readonly self: Self;
  readonly participants: Readonly<Record<ParticipantId, Participant>>;
  /** Ids in the order people joined. */
  readonly order: readonly ParticipantId[];
  readonly knocks: Readonly<Record<ParticipantId, Knock>>;
  readonly knockOrder: readonly ParticipantId[];
  readonly room: RoomFacts;
  readonly activeSpeaker: ParticipantId | null;
  /** Rules that are broken or unknown now. */
  readonly findings: readonly Finding[];
  /** Who is here and nobody vouches for, until somebody says that they may be. */
  readonly unexpected: readonly ParticipantId[];
}
