import type {
  AuditEvent,
  CloseReason,
  ConnectionReport,
  ConsentReceipt,
  ConsentSubject,
  Environment,
  MediaEffect,
  OpaqueId,
  ParticipantId,
  Policy,
  Pseudonym,
  Quality,
  Role,
  RoomAction,
  RoomActionType,
  RoomAdapter,
  RoomEnd,
  RoomErrorCode,
  RoomFacts,
  RoomPatch,
  Trust,
  Visit,
} from '@quietroom/core';
import type { FakeDevices } from '../devices/create-fake-devices.ts';
import type { FakeCaptionOptions } from './fake-captions.ts';
import type { PassKind } from './fake-host.ts';

/** How a fake room is set up. */
export interface FakeRoomOptions {
  /** What the page under test is. `patient` unless told otherwise. */
  readonly role?: Role;
  /** What the host's policy is, where the script sets no other. `demonstration` unless told otherwise. */
  readonly policy?: Policy;
  /** The adapter it stands in for: its name, what it says of itself and what it can do. Its own rules are not asked. */
  readonly standsInFor?: Pick<RoomAdapter, 'provider' | 'manifest' | 'capabilities'>;
  /** What the provider can do. Everything, unless told otherwise. */
  readonly capabilities?: readonly RoomActionType[];
  /** Time, randomness and page. The real clock and a secure neutral page, unless told otherwise. */
  readonly environment?: Partial<Environment>;
  /** The devices of the page under test. Working ones, unless told otherwise. */
  readonly devices?: FakeDevices;
  /** The effects the page under test offers. None, unless told otherwise. */
  readonly effects?: readonly MediaEffect[];
  /** What is known of the room from the start. Unlocked, and nothing recorded, captioned or streamed. */
  readonly facts?: Partial<RoomFacts>;
  /** Whether the page must ask to join. Everybody but the clinician must, unless told otherwise. */
  readonly waits?: boolean;
  /** What a connection test finds. Left out, the provider has no such test. */
  readonly connectionTest?: ConnectionReport;
}

/** Somebody who comes to a fake room. */
export interface FakePersonOptions {
  readonly role: Role;
  /** Their name in the roster: an invented one. It never enters the room. */
  readonly name?: string;
  readonly pronouns?: string;
  /** The pass they show. */
  readonly pass?: PassKind;
  /** Whether they come with these on. Both, unless told otherwise. */
  readonly microphone?: boolean;
  readonly camera?: boolean;
  /** The name their vendor's client shows, if it is not their pseudonym. */
  readonly shownAs?: string;
}

/** Somebody else in the room. Each verb is something they do, at once. */
export interface FakePerson {
  readonly id: ParticipantId;
  readonly sub: OpaqueId;
  readonly role: Role;
  readonly pseudonym: Pseudonym;
  /** Where they are now. */
  readonly place: 'arriving' | 'at the door' | 'kept waiting' | 'inside' | 'declined' | 'removed' | 'gone';
  /** Resolves when their pass is signed and they stand where the script put them. */
  readonly arrived: Promise<void>;
  /** The texts this person has opened, oldest first. */
  readonly received: readonly string[];
  /** Resolves when this person has opened this text. */
  readonly opens: (text: string) => Promise<void>;
  /** How often they were asked to unmute. */
  readonly timesAskedToUnmute: number;
  /** Whether their microphone is sending. */
  readonly unmuted: boolean;
  readonly mutes: () => void;
  readonly unmutes: () => void;
  readonly turnsCameraOn: () => void;
  readonly turnsCameraOff: () => void;
  readonly sharesScreen: () => void;
  readonly stopsSharing: () => void;
  readonly raisesHand: () => void;
  readonly lowersHand: () => void;
  /** How loud they are now, 0 to 1; somebody heard is also the active speaker. */
  readonly speaks: (level: number) => void;
  readonly isReceived: (quality: Quality) => void;
  /** Enters, for somebody at the door whom another clinician admitted. */
  readonly enters: () => void;
  readonly leaves: () => void;
  /** Stops the microphone of the page under test. */
  readonly mutesYou: () => void;
  readonly asksYouToUnmute: () => void;
  /** Seals a text for the page under test and sends it, as soon as both know each other's keys. @throws RoomError */
  readonly says: (text: string) => Promise<void>;
  /** What the page under test has asked them to agree to, oldest first. */
  readonly askedToAgree: readonly ConsentSubject[];
  /** Agrees, sealed, to the text the page has. To `recording` unless told otherwise. @throws RoomError */
  readonly agrees: (to?: ConsentSubject) => Promise<void>;
  /** Says no, or no longer agrees. */
  readonly withdraws: (from?: ConsentSubject) => Promise<void>;
  /** Asks the page to agree, as a clinician's page does: with their own consent. */
  readonly asksToAgree: (to?: ConsentSubject) => Promise<void>;
  /** Sends bytes that no honest page would send. */
  readonly sendsBytes: (bytes: Uint8Array) => void;
  /** Sends again, unchanged, everything they sent so far: a replay. */
  readonly repeatsEverything: () => void;
  /** From now on nothing reaches them, and so nothing is confirmed. */
  readonly stopsListening: () => void;
  readonly listensAgain: () => void;
}

/**
 * A room without a network, by script: everything the real ones report, in the order the script says. The visit under
 * test is the real one, with real passes and really sealed messages.
 */
export interface FakeRoom {
  readonly adapter: RoomAdapter;
  /** Signs a visit pass for the page under test. */
  readonly pass: (publicKey: JsonWebKey) => Promise<string>;
  readonly trust: Trust;
  readonly environment: Environment;
  readonly devices: FakeDevices;
  readonly role: Role;
  /** Who the page under test is. */
  readonly you: { readonly sub: OpaqueId; readonly pseudonym: Pseudonym };
  /** The clinic's roster: everybody the script gave a name, by the id in their pass. */
  readonly roster: ReadonlyMap<OpaqueId, { readonly name: string; readonly pronouns?: string }>;
  /** The real visit on this room. */
  readonly createVisit: (changes?: {
    /** The room's adapter, wrapped in a test's own. */
    readonly adapter?: RoomAdapter;
    /** What must never leave the page. */
    readonly knownIdentifiers?: readonly string[];
    readonly policy?: Policy;
    readonly onAudit?: (event: AuditEvent) => void;
    readonly onConsent?: (receipt: ConsentReceipt) => void;
    /** Whether the host gives passes. Without them there is no chat. */
    readonly withoutPass?: boolean;
  }) => Visit;
  /** What the visit asked of the room, in order. */
  readonly asks: readonly RoomAction[];
  /** Why the visit closed its connections, in order. */
  readonly closings: readonly CloseReason[];
  /** Every byte string the visit handed over for somebody, as the vendor would see it. */
  readonly carried: readonly { readonly to: ParticipantId; readonly bytes: Uint8Array }[];
  readonly people: readonly FakePerson[];

  readonly personJoins: (options: FakePersonOptions) => FakePerson;
  readonly personKnocks: (options: FakePersonOptions) => FakePerson;

  /** The host's server gives no pass from now on. */
  readonly refusesPass: (code: RoomErrorCode) => void;
  /** Connecting fails from now on; null lets it work again. */
  readonly refusesConnection: (code: RoomErrorCode | null) => void;
  /** Connecting takes until the returned function is called. */
  readonly holdsConnection: () => () => void;

  readonly admitsYou: () => void;
  readonly keepsYouWaiting: () => void;
  readonly endsVisit: (reason: RoomEnd) => void;
  readonly breaks: (code: RoomErrorCode) => void;
  readonly interruptsLink: () => void;
  readonly restoresLink: () => void;
  readonly knows: (facts: Partial<RoomFacts>) => void;

  /** This action fails from now on; null lets it work again. */
  readonly refusesAction: (type: RoomActionType, code: RoomErrorCode | null) => void;
  /** This action takes until the returned function is called. */
  readonly holdsAction: (type: RoomActionType) => () => void;
  /** Handing over messages fails from now on; null lets it work again. */
  readonly refusesDelivery: (code: RoomErrorCode | null) => void;

  /** Reports whatever a broken or hostile adapter might. */
  readonly reports: (patch: RoomPatch) => void;
  readonly receives: (from: ParticipantId, bytes: Uint8Array) => void;
  /** The provider captions what somebody says; `you` is the page under test, null somebody it does not name. */
  readonly saysCaption: (speaker: FakePerson | 'you' | null, text: string, options?: FakeCaptionOptions) => void;
  /** Reports how loud somebody is, 0 to 1, and nothing else. */
  readonly hears: (from: ParticipantId, level: number) => void;
}
