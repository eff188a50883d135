import type { ParticipantId } from '../contract/identity.ts';
import type { Readable } from '../visit/readable.ts';

/** What somebody said, as a machine of the provider's heard it. Its text is a stranger's: show it as text and nothing else. */
export interface Caption {
  /** Tells it from the other captions of this visit. */
  readonly id: number;
  /** `self` for the person at this page; null where the provider does not say who spoke. */
  readonly speaker: ParticipantId | 'self' | null;
  /** At most {@link maximumCaptionLength} characters, without control characters. */
  readonly text: string;
  /** Whether more of it is expected. Some providers never say so: then five seconds without a change do. */
  readonly final: boolean;
  /** BCP 47, where the provider says it. */
  readonly language?: string;
}

/** The captions of a visit. In this page's memory only, and gone when they are turned off or the visit ends. */
export interface Captions {
  /**
   * The newest utterances, oldest first. Apart from the visit's state, so that a word that arrives redraws nothing but the
   * captions. Changes at most every 100 ms.
   */
  readonly state: Readable<readonly Caption[]>;
}

/** How many characters of one utterance are kept: the newest. */
export const maximumCaptionLength = 500;
