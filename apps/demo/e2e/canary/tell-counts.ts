import { test } from '@playwright/test';
import type { Watch } from '@quietroom/testing/canary';

/** Lets the run print how often each way out was used, so that one that was never tried can be seen. */
export const tellCounts = (what: string, watches: readonly Watch[]): void => {
  const sums = new Map<string, number>();
  for (const { counts } of watches)
    for (const [sink, count] of Object.entries(counts)) sums.set(sink, (sums.get(sink) ?? 0) + count);
  const used = [...sums].filter(([, count]) => count > 0).map(([sink, count]) => `${sink} ${count}`);
  const unused = [...sums].filter(([, count]) => count === 0).map(([sink]) => sink);
  const description = `${what}: 0 leaks by ${used.join(', ')}; not used: ${unused.join(', ')}`;
  test.info().annotations.push({ type: 'canary', description });
};
