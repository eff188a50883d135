import type { Clock } from '../contract/environment.ts';
import type { OpaqueId, ParticipantId, Role } from '../contract/identity.ts';
import type { ConsentNotice, ConsentSubject } from '../messages/content.ts';
import type { Readable } from '../visit/readable.ts';
import type { Consent, ConsentReceipt, ConsentStanding, ConsentState } from './consent.ts';
import type { ConsentText } from './consent-text.ts';
import type { ConsentPerson } from './ledger.ts';

/** What consent is decided with: one joined visit. */
export interface ConsentSession {
  readonly clock: Clock;
  readonly role: Role;
  /** The id in this page's pass. */
  readonly sub: OpaqueId;
  /** What is asked about; null where the policy allows no asking. */
  readonly texts: Readonly<Record<ConsentSubject, ConsentText | null>>;
  /** Everybody else who is admitted. */
  others(): readonly ConsentPerson[];
  /** Whether it goes on now, as the room says. */
  running(subject: ConsentSubject): boolean | 'unknown';
  /** Seals and sends. @throws RoomError */
  tell(to: ParticipantId, notice: ConsentNotice): Promise<void>;
  /** Makes the room stop it; undefined where this page has no right to. @throws RoomError */
  readonly stop: ((subject: ConsentSubject) => Promise<void>) | undefined;
  /** Somebody's answer, for the host. */
  answered(answer: Answer): void;
  /** A consent or a question about another text than this page's: policies differ between pages. Nothing came of it. */
  textDiffers(from: ParticipantId, subject: ConsentSubject): void;
  /** Rules must be looked at again. */
  standingChanged(): void;
}

/** Somebody agreed or withdrew. */
export type Answer = Pick<ConsentReceipt, 'subject' | 'given' | 'language' | 'source'> & {
  /** Null for this page's own person. */
  readonly of: ParticipantId | null;
  readonly shown: readonly string[] | null;
};

/** Consent as the visit drives it. People's side of it is {@link Consent}. */
export interface ConsentEngine extends Omit<Consent, 'state'> {
  readonly state: Readable<ConsentState>;
  standing(subject: ConsentSubject): ConsentStanding;
  /** Whether it may be started now. */
  ready(subject: ConsentSubject): boolean;
  /** Somebody came, went, or proved who they are; or the room started or stopped something. */
  roomChanged(): void;
  received(from: ParticipantId, notice: ConsentNotice): void;
  /** Starts it, if it is ready: false when not, with nothing asked of the room. @throws what `start` throws */
  start(subject: ConsentSubject, start: () => Promise<void>): Promise<boolean>;
  /**
   * Before this page lets somebody in: stops what goes on without their consent, and lets nothing start until they are
   * here. @throws RoomError `action-failed` when it could not be stopped: then nobody may be let in.
   */
  makeRoom(): Promise<void>;
  /** Forgets everything; no timer remains. */
  close(): void;
}
