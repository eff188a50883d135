/**
 * What a clinician asks and says when a visit begins, by the rows that the audit names. State telehealth laws, for example
 * Ala. Code 34-24-703 (identity, where the patient is, who the clinician is, consent to be seen this way), and 45 CFR
 * 164.312(d) (that somebody is who they say). A clinic's own law decides which of them it needs.
 */
export const openingRules = {
  /** Two identifiers agree. */
  identity: 'Q-OPENING-IDENTITY',
  /** Where the patient is now. */
  location: 'Q-OPENING-LOCATION',
  /** Whom to call there, and how to reach the patient if the video stops. */
  emergency: 'Q-OPENING-EMERGENCY',
  /** Who else is in the room, on either side. */
  company: 'Q-OPENING-COMPANY',
  /** Who the clinician is, and licensed as what. */
  credentials: 'Q-OPENING-CREDENTIALS',
  /** The patient agrees to be seen by video. */
  video: 'Q-OPENING-VIDEO',
} as const;

/** One thing of the opening. */
export type OpeningItem = keyof typeof openingRules;

/** What was done when the visit began, and what was not. Holds nothing of what was said. */
export interface Opening {
  readonly done: readonly (typeof openingRules)[OpeningItem][];
  readonly notDone: readonly (typeof openingRules)[OpeningItem][];
}
