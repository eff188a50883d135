import type { Sink } from '@quietroom/testing/canary';

/** One deliberate leak: where it goes, and how a page would do it. Runs in the page with the person's name. */
export interface Leak {
  readonly what: string;
  readonly sink: Sink;
  readonly leak: (name: string) => unknown;
}
