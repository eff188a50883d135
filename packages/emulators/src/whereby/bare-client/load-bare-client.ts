import type { WherebyClient } from '@whereby.com/core';

/** The vendor's client as it is published. */
export const loadBareClient = async (): Promise<typeof WherebyClient> =>
  (await import('@whereby.com/core')).WherebyClient;
