import type { ConsentSubject, Environment, OpaqueId, ParticipantId, RoomNotice, RoomPatch } from '@quietroom/core';
import type { FakeHost } from './fake-host.ts';

/** What a fake person may do to the page under test: everything passes through its seat, or nowhere. */
export interface FakeStage {
  readonly environment: Environment;
  readonly host: FakeHost;
  /** Reports a change, if the page is in the visit and so may know. */
  readonly tell: (patch: RoomPatch) => void;
  readonly notify: (notice: RoomNotice) => void;
  readonly level: (id: ParticipantId, level: number) => void;
  readonly hand: (from: ParticipantId, bytes: Uint8Array) => void;
  /** Stops the page's microphone from outside. */
  readonly muteYou: (by: ParticipantId) => void;
  /** Everybody inside, the page included, by the ids in their passes. */
  readonly everybody: () => readonly OpaqueId[];
  /** The hash of what the page asks people to agree to; null where its policy allows no asking. */
  readonly consentText: (subject: ConsentSubject) => string | null;
  /** Somebody's place changed: report them where they are now. */
  readonly moved: (id: ParticipantId) => void;
}
