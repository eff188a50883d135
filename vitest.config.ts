import { readFileSync } from 'node:fs';
import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defaultClientConditions, defaultServerConditions } from 'vite';
import { defineConfig } from 'vitest/config';
import { chromiumLaunchOptions } from './scripts/browsers.mjs';

const sourceFirst = {
  resolve: { conditions: ['quietroom-source', ...defaultClientConditions], dedupe: ['react', 'react-dom'] },
  ssr: { resolve: { conditions: ['quietroom-source', ...defaultServerConditions] } },
};

const chromium = () => ({
  enabled: true,
  headless: true,
  screenshotFailures: false,
  provider: playwright({ launchOptions: chromiumLaunchOptions() }),
  instances: [{ browser: 'chromium' as const }],
});

/** Everything a package depends on, as Vite names it from the root, where pnpm does not hoist it. */
function dependenciesOf(...packages: string[]): string[] {
  return packages.flatMap((name) => {
    const manifest = JSON.parse(readFileSync(`packages/${name}/package.json`, 'utf8')) as {
      dependencies?: Record<string, string>;
    };
    return Object.keys(manifest.dependencies ?? {})
      .filter((dependency) => !dependency.startsWith('@quietroom/') && dependency !== 'ws')
      .map((dependency) => `@quietroom/${name} > ${dependency}`);
  });
}

/**
 * What Vite meets for the first time in mid-run it optimises, and then reloads the page under a running test.
 * So whatever the browser projects import from node_modules is named before they start.
 */
const reactToolkit = [
  'react',
  'react-dom',
  'react-dom/client',
  'react/jsx-runtime',
  'react/jsx-dev-runtime',
  '@testing-library/dom',
  '@testing-library/react',
  '@testing-library/user-event',
  'axe-core',
  'fast-check',
];

export default defineConfig({
  test: {
    projects: [
      {
        ...sourceFirst,
        test: {
          name: 'unit',
          environment: 'node',
          include: [
            'packages/*/src/**/*.test.ts',
            'apps/demo/server/**/*.test.ts',
            'apps/examples/*.test.ts',
            '.storybook/**/*.test.ts',
          ],
        },
      },
      {
        ...sourceFirst,
        plugins: [react()],
        optimizeDeps: {
          entries: ['packages/react/src/**/*.test.tsx', 'packages/react/test/**/*.{ts,tsx}'],
          include: [...reactToolkit, '@guidepup/virtual-screen-reader', ...dependenciesOf('core', 'react')],
        },
        test: {
          name: 'parts',
          include: ['packages/react/{src,test}/**/*.test.tsx'],
          setupFiles: ['packages/react/test/setup.ts'],
          browser: chromium(),
        },
      },
      {
        plugins: [storybookTest({ configDir: '.storybook' })],
        optimizeDeps: {
          include: [...reactToolkit, ...dependenciesOf('core', 'react'), 'storybook/internal/core-events'],
        },
        test: {
          name: 'stories',
          browser: chromium(),
        },
      },
      {
        ...sourceFirst,
        optimizeDeps: {
          entries: ['packages/*/src/**/*.conformance.ts'],
          include: [
            '@quietroom/emulators > @100mslive/hms-video-store',
            '@quietroom/emulators > @whereby.com/core',
            ...dependenciesOf('core', 'local', 'whereby', '100ms'),
            '@quietroom/100ms > @100mslive/react-sdk',
            'react',
            'react-dom/client',
          ],
        },
        test: {
          name: 'conformance',
          include: ['packages/*/src/**/*.conformance.ts'],
          globalSetup: ['packages/local/test/global-setup.ts', 'packages/emulators/test/global-setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          fileParallelism: false,
          browser: chromium(),
        },
      },
      {
        ...sourceFirst,
        optimizeDeps: {
          entries: ['packages/*/hazards/*.hazard.ts'],
          include: ['@quietroom/emulators > @100mslive/hms-video-store', '@quietroom/emulators > @whereby.com/core'],
        },
        test: {
          name: 'hazards',
          include: ['packages/*/hazards/*.hazard.ts'],
          globalSetup: ['packages/emulators/test/global-setup.ts'],
          testTimeout: 60_000,
          fileParallelism: false,
          browser: chromium(),
        },
      },
    ],
  },
});
