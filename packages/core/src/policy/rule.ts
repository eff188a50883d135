import type { Role } from '../contract/identity.ts';
import type { RoomActionType } from '../contract/room-action.ts';
import type { Admission, RoomFacts } from '../contract/room-patch.ts';
import type { ConsentSubject } from '../messages/content.ts';
import type { IdentifierKind } from '../privacy/identifier.ts';

/** What the policy can allow or lock: every room action, and writing to somebody. */
export type Feature = RoomActionType | 'sendMessage';

/**
 * How far the consent to one thing has come: `complete` when every admitted, verified participant has agreed to its
 * exact text, `withdrawing` for the moment in which what somebody has just withdrawn from is being stopped, `incomplete`
 * while it was asked and somebody has not agreed, `none` when it was not asked or was withdrawn.
 */
export type ConsentFact = 'complete' | 'withdrawing' | 'incomplete' | 'none';

/** Everything a rule may look at. Plain data; the same object for as long as nothing in it changes. */
export interface Facts {
  readonly page: { readonly secure: boolean; readonly path: string };
  readonly provider: string;
  /** What was found in what this page is about to hand over: kinds, never values. Looked at when joining is asked for. */
  readonly identifiers: readonly IdentifierKind[] | 'unknown';
  /** Who runs what carries the visit: the host itself, or a vendor. */
  readonly operatedBy: 'host' | 'vendor';
  /** Whether the adapter says where it was read that the provider may carry health information, and when. */
  readonly eligibilityRead: boolean;
  readonly capabilities: ReadonlySet<RoomActionType>;
  readonly self: {
    readonly role: Role;
    /** Whether a valid visit pass vouches for that role. */
    readonly verified: boolean;
    readonly admission: Admission;
  };
  /** Whether the host gave keys to check visit passes with. Without them nobody's role is proved. */
  readonly trusted: boolean;
  readonly connected: boolean;
  readonly room: RoomFacts;
  /** Who else is in the visit. */
  readonly people: {
    /** Admitted, but not proved within the time for it, or a second patient; nobody at this page has said they may be. */
    readonly unexpected: number;
    /** The vendor's recording machines. */
    readonly recorders: number;
  };
  readonly consent: Readonly<Record<ConsentSubject, ConsentFact>>;
  /** Whether a live rule has stopped the media of this visit. It stays so until the visit ends. */
  readonly mediaStopped: boolean;
  /** Rules whose attestation counts today, by rule id. */
  readonly attested: ReadonlySet<string>;
}

/** A rule's answer. `unknown` is never taken as met. */
export type Verdict = 'met' | 'broken' | 'unknown';
/** When a rule is decided: before any contact with a vendor, on a quiet connection, or all the time. */
export type Stage = 'page' | 'connected' | 'live';
/**
 * What happens when a rule about the whole visit is not met. `attest` keeps a visit out like `refuse-join`, and asks for
 * something no program can look at. `pause-media` asks the person before anything is sent again.
 */
export type Effect = 'refuse-join' | 'attest' | 'stop-media' | 'pause-media' | 'warn';

interface Row {
  /** Stable name, for example `W1-05` or `Q-ADMITTED`: the requirement it was read from, or our own. */
  readonly id: string;
  /** Whether it holds whatever the policy says: what it prevents has no safe form. */
  readonly fixed?: true;
}

/** A row that locks features, asked at the gate of every command. */
export interface LockRule extends Row {
  readonly features: readonly Feature[];
  /** What to do with a control that this rule locks: kept in place with its reason, or left out where it would only confuse. */
  readonly lockedControl: 'explain' | 'absent';
  /** Whether it is about starting only: what would not be started may always be stopped. */
  readonly letsStop?: true;
  check(facts: Facts, policy: Policy, feature: Feature): Verdict;
  /** What would change the answer. For developers and the audit; people read the translated words. */
  readonly remedy: string;
}

/** A row about the whole visit. Its words are loaded when somebody reads them. */
export interface StandingRule extends Row {
  readonly stage: Stage;
  readonly effect: Effect;
  check(facts: Facts, policy: Policy): Verdict;
}

/** One row of the table that decides everything. */
export type Rule = LockRule | StandingRule;

/** The words of a row, for developers; people read the translated ones. */
export interface RuleText {
  /** Where it was read. */
  readonly source: string;
  readonly says: string;
  /** What would change the answer. */
  readonly remedy: string;
}

/** A row that an adapter adds for its provider, about facts only that provider has. It brings its own words. */
export interface AdapterRule extends StandingRule, RuleText {}

/** A rule that is not met now. */
export interface Finding {
  readonly ruleId: string;
  readonly verdict: 'broken' | 'unknown';
  readonly effect: Effect;
}

/** What a clinic says was done where no program can look, and until when that counts. */
export interface Attestation {
  /** Where the evidence is: a register, a ticket, a document. Not a person's name. */
  readonly evidence: string;
  /** The day it was done, for example `2031-02-03`. */
  readonly on: string;
  /** The first day on which it no longer counts. */
  readonly expires: string;
}

/** A written policy: plain data that a host keeps under version control. */
export interface Policy {
  readonly name: string;
  /** `synthetic` shows a permanent banner and needs no attestation; `real` needs them, on localhost too. Never guessed. */
  readonly patients: 'real' | 'synthetic';
  /** `part2` is for programmes whose very name tells what somebody is treated for (42 CFR Part 2). */
  readonly programme: 'general' | 'part2';
  readonly chat: 'direct' | 'off';
  /** Where a recording may go: nowhere, to the clinician's own device, or to a bucket the clinic owns. Only with consent. */
  readonly recording: 'none' | 'local' | 'cloud';
  /** Whether the vendor may write down what a recording holds. Needs a recording in the cloud. */
  readonly transcription: boolean;
  /** Whether a machine may sum it up. Needs the transcription. */
  readonly summaries: boolean;
  /** Whether the vendor's service may turn speech into text while it is spoken. Only with consent. */
  readonly captions: boolean;
  /** How long the clinic keeps what was captured, in days; null when it has not said. */
  readonly keepsDays: number | null;
  /** Features this clinic switches off. Narrowing is free. */
  readonly off: readonly Feature[];
  /** Rules loosened, each with the reason in writing; shown in Visit safety. */
  readonly loosened: Readonly<Record<string, string>>;
  /** Attestations by rule id. */
  readonly attestations: Readonly<Record<string, Attestation>>;
}

/** The gate's answer about a feature. */
export type Decision =
  | { readonly allowed: true }
  | {
      readonly allowed: false;
      readonly ruleId: string;
      readonly remedy: string;
      readonly control: 'explain' | 'absent';
    };
