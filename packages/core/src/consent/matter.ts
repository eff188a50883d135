import type { ParticipantId } from '../contract/identity.ts';
import { createLedger, type Ledger } from './ledger.ts';

/** One thing that is asked about, as this page keeps it. */
export interface Matter {
  readonly ledger: Ledger;
  /** The number of the question this page asks, 0 while it asks nothing. */
  asking: number;
  /** The question of each clinician that was answered last. */
  readonly answeredRounds: Map<ParticipantId, number>;
  askedRound: number;
  language: string;
  stopping: boolean;
  /** Settles when the room has answered the last start of this page; never rejects. Null while none is under way. */
  starting: Promise<void> | null;
  /** What each of the others was told last. */
  readonly told: Map<ParticipantId, { answer?: string; ask?: number; all?: string }>;
}

/** Nobody was asked anything yet. */
export const createMatter = (): Matter => ({
  ledger: createLedger(),
  asking: 0,
  answeredRounds: new Map(),
  askedRound: 0,
  language: 'en',
  stopping: false,
  starting: null,
  told: new Map(),
});
