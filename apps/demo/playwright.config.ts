import { defineConfig } from '@playwright/test';

/** Workers are forked with this process's environment; specs import the packages from source. */
process.env['NODE_OPTIONS'] = `${process.env['NODE_OPTIONS'] ?? ''} --conditions=quietroom-source`.trim();

export default defineConfig({
  testDir: './e2e',
  testMatch: '**/*.spec.ts',
  outputDir: '../../test-results/e2e',
  globalSetup: './e2e/support/build-pages.ts',
  // Each person is a browser of their own, and two of them fill two cores.
  workers: 1,
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  forbidOnly: process.env['CI'] !== undefined,
  reporter: [['line'], ['json', { outputFile: '../../test-results/e2e.json' }]],
});
