import type { RoomActionType } from '@quietroom/core';
import type { AdapterUnderTest } from './adapter-under-test.ts';
import type { Gathering } from './gathering.ts';
import type { Held } from './leak-watch.ts';

/** What a promise is tried with. */
export interface Trial {
  readonly subject: AdapterUnderTest;
  readonly gathering: Gathering;
  /** What the page holds now. */
  readonly held: () => Held;
}

/** What a provider must have for a promise to be tried on it. */
export type Need = RoomActionType | 'faults' | 'capacity' | 'unreachable' | 'pass';

/** Declares one thing the product promises of every adapter. Skipped, and said so, where the provider lacks what it needs. */
export type DeclarePromise = (what: string, needs: readonly Need[], keep: (trial: Trial) => Promise<void>) => void;

/** A group of promises. */
export interface Chapter {
  readonly title: string;
  readonly declare: (promise: DeclarePromise) => void;
}
