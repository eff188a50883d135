import { afterAll, beforeAll } from 'vitest';
import { page } from 'vitest/browser';

const environment = globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean };

/** Real keys reach the page outside of React's tests: React is not to expect that it is told of each. */
export function usedByAPerson(width = 1280, height = 800): void {
  beforeAll(async () => {
    environment.IS_REACT_ACT_ENVIRONMENT = false;
    await page.viewport(width, height);
  });
  afterAll(() => page.viewport(414, 896));
}
