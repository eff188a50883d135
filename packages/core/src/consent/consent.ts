import type { ParticipantId, Pseudonym } from '../contract/identity.ts';
import type { ConsentSubject } from '../messages/content.ts';
import type { Readable } from '../visit/readable.ts';
import type { ConsentText } from './consent-text.ts';

/** Where this page's person stands: nobody asked, asked, or what they answered last. */
export type OwnConsent = 'not-asked' | 'asked' | 'agreed' | 'declined' | 'withdrawn';

/** One thing that needs everybody's consent. */
export interface ConsentMatter {
  /** What people are asked to agree to; null while the policy allows no asking, and before joining. */
  readonly text: ConsentText | null;
  readonly own: OwnConsent;
  /** Who asked last. */
  readonly askedBy: ParticipantId | 'self' | null;
  /** Others in the visit who agreed to this very text. */
  readonly agreed: readonly ParticipantId[];
  /** Others who said no or withdrew. */
  readonly refused: readonly ParticipantId[];
  /** Others from whom there is no answer. Somebody without a proved identity cannot answer. */
  readonly missing: readonly ParticipantId[];
  /** Whether everybody agreed and every page knows that everybody did: only then it can be started. */
  readonly ready: boolean;
}

/** All consent of this visit. */
export type ConsentState = Readonly<Record<ConsentSubject, ConsentMatter>>;

/** What a rule may know: everybody in the visit agreed, somebody just withdrew and it is being stopped, or neither. */
export type ConsentStanding = 'complete' | 'withdrawing' | 'incomplete';

/** The words somebody read when they agreed. */
export interface ReadText {
  /** BCP 47. */
  readonly language: string;
  /** The sentences as they were shown, when not the English ones. */
  readonly shown?: readonly string[];
}

/** Proof for the host that somebody agreed, said no, or withdrew. Holds a pseudonym and no name; goes to the host alone. */
export interface ConsentReceipt {
  readonly subject: ConsentSubject;
  readonly given: 'agreed' | 'declined' | 'withdrawn';
  readonly pseudonym: Pseudonym;
  /** SHA-256 of the English text, in base64url: see `ConsentText.hash`. */
  readonly text: string;
  /** The language it was read in, BCP 47. Null unless they agreed. */
  readonly language: string | null;
  /** SHA-256 of the sentences as shown, in base64url, where this page showed others than the English ones. */
  readonly shown: string | null;
  /** Milliseconds since the epoch, by this page's clock. */
  readonly at: number;
  /** Whether the person sits at this page, or their sealed message arrived here. */
  readonly source: 'self' | 'sealed-message';
}

/** Consent to recording and captions, as people answer it. */
export interface Consent {
  readonly state: Readable<ConsentState>;
  /**
   * Agrees for this page's person, and asks everybody else. For clinicians. Nothing starts: that is
   * `perform({ type: 'setRecording', on: true })`, once `ready`. @throws Refusal when the policy allows no asking.
   */
  ask(subject: ConsentSubject, read: ReadText): void;
  /** Asks nobody any more. What was answered stays. */
  stopAsking(subject: ConsentSubject): void;
  /** This page's person agrees to the text as they read it. */
  agree(subject: ConsentSubject, read: ReadText): void;
  /** This page's person says no. */
  decline(subject: ConsentSubject): void;
  /**
   * This page's person no longer agrees. It stops for everybody; where nobody has stopped it within 2 s, what this page
   * sends stops.
   */
  withdraw(subject: ConsentSubject): void;
}

/** The things that need everybody's consent. */
export const consentSubjects = ['recording', 'captions'] as const satisfies readonly ConsentSubject[];

/** Nobody was asked anything. */
export const unaskedMatter: ConsentMatter = {
  text: null,
  own: 'not-asked',
  askedBy: null,
  agreed: [],
  refused: [],
  missing: [],
  ready: false,
};
