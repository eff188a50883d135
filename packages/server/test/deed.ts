import type { Ear } from './canary.ts';

/** Something the package does, with plain data to do it with. */
export interface Deed {
  /** The exported names it exercises. */
  readonly names: readonly string[];
  readonly input: unknown;
  /** What it does. What it returns counts as said when it is made to be shown. */
  readonly act: (input: never, ear: Ear) => unknown;
  readonly shown?: true;
}
