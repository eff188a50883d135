import { afterAll, beforeAll, vi } from 'vitest';
import { page } from 'vitest/browser';

const environment = globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean };

/** Real keys reach the page outside of React's tests: React is not to expect that it is told of each. */
export function usedByAPerson(width = 1280, height = 800): void {
  // A whole visit is many presses; on a busy machine each takes its time.
  vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });
  beforeAll(async () => {
    environment.IS_REACT_ACT_ENVIRONMENT = false;
    await page.viewport(width, height);
  });
  afterAll(() => page.viewport(414, 896));
}
