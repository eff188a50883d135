import { defineConfig } from '@playwright/test';
import { chromiumLaunchOptions } from '../../scripts/browsers.mjs';

/** Workers are forked with this process's environment; specs import the packages from source. */
process.env['NODE_OPTIONS'] = `${process.env['NODE_OPTIONS'] ?? ''} --conditions=quietroom-source`.trim();

export default defineConfig({
  testDir: './e2e',
  testMatch: '**/*.spec.ts',
  outputDir: '../../test-results/e2e',
  workers: 1,
  retries: 0,
  forbidOnly: process.env['CI'] !== undefined,
  reporter: [['line'], ['json', { outputFile: '../../test-results/e2e.json' }]],
  projects: [{ name: 'chromium', use: { browserName: 'chromium', launchOptions: chromiumLaunchOptions() } }],
});
