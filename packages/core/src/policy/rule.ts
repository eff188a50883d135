import type { Role } from '../contract/identity.ts';
import type { RoomActionType } from '../contract/room-action.ts';
import type { Admission, RoomFacts } from '../contract/room-patch.ts';

/** What the policy can allow or lock: every room action, and writing to somebody. */
export type Feature = RoomActionType | 'sendMessage';

/** Everything a rule may look at. Plain data. */
export interface Facts {
  readonly page: { readonly secure: boolean; readonly path: string };
  readonly provider: string;
  readonly capabilities: ReadonlySet<RoomActionType>;
  readonly self: {
    readonly role: Role;
    /** Whether a valid visit pass vouches for that role. */
    readonly verified: boolean;
    readonly admission: Admission;
  };
  readonly connected: boolean;
  readonly room: RoomFacts;
  /** Whether a live rule has stopped the media of this visit. It stays so until the visit ends. */
  readonly mediaStopped: boolean;
  /** Rules the host has attested, by rule id. */
  readonly attested: ReadonlySet<string>;
}

/** A rule's answer. `unknown` is never taken as met. */
export type Verdict = 'met' | 'broken' | 'unknown';
/** When a rule is decided: before any contact with a vendor, on a quiet connection, or all the time. */
export type Stage = 'page' | 'connected' | 'live';
/** What happens when a rule is not met. */
export type Effect = 'refuse-join' | 'lock-feature' | 'stop-media' | 'warn' | 'attest';

/** One row of the table that decides everything. */
export interface Rule {
  /** Stable name, for example `W1-05` or `Q-WAITING-ROOM`. */
  readonly id: string;
  /** Where it was read. */
  readonly source: string;
  readonly stage: Stage;
  readonly effect: Effect;
  /** The features a `lock-feature` rule locks. */
  readonly features?: readonly Feature[];
  /** What to do with a control that this rule locks: kept in place with its reason, or left out where it would only confuse. */
  readonly lockedControl?: 'explain' | 'absent';
  check(facts: Facts, asked: { readonly policy: Policy; readonly feature?: Feature }): Verdict;
  /** What the rule says, and what would change the answer. For developers and the audit; people read the translated words. */
  readonly says: string;
  readonly remedy: string;
}

/** A rule that is not met now. */
export interface Finding {
  readonly ruleId: string;
  readonly verdict: 'broken' | 'unknown';
  readonly effect: Effect;
  readonly says: string;
  readonly remedy: string;
}

/** A written policy: plain data that a host keeps under version control. */
export interface Policy {
  readonly name: string;
  /** `synthetic` shows a permanent banner and needs no attestation; `real` needs them, on localhost too. Never guessed. */
  readonly patients: 'real' | 'synthetic';
  readonly chat: 'direct' | 'off';
  /** Features this clinic switches off. Narrowing is free. */
  readonly off: readonly Feature[];
  /** Rules loosened, each with the reason in writing; shown in Visit safety. */
  readonly loosened: Readonly<Record<string, string>>;
  /** Attestations by rule id: what was done, and when (ISO date). */
  readonly attestations: Readonly<Record<string, { readonly evidence: string; readonly on: string }>>;
}

/** The gate's answer about a feature. */
export type Decision =
  | { readonly allowed: true }
  | {
      readonly allowed: false;
      readonly ruleId: string;
      readonly says: string;
      readonly remedy: string;
      readonly control: 'explain' | 'absent';
    };
