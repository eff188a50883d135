import type { StorybookConfig } from '@storybook/react-vite';
import react from '@vitejs/plugin-react';
import { defaultClientConditions, mergeConfig } from 'vite';

/** Loaded by the adapters when they connect, which in Storybook they never do: see setting/providers.ts. */
const vendors = ['@100mslive/hms-video-store', '@whereby.com/core', '@whereby.com/media'];

const config: StorybookConfig = {
  framework: '@storybook/react-vite',
  stories: ['./pages/*.mdx', '../packages/react/src/**/*.stories.tsx'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', '@storybook/addon-vitest'],
  core: {
    disableTelemetry: true,
    disableWhatsNewNotifications: true,
    disableWebpackDefaults: true,
  },
  typescript: {
    // It follows the types, so that a table also holds what a part takes over from another: all of VideoRoom's, for one.
    reactDocgen: 'react-docgen-typescript',
  },
  viteFinal: (vite) =>
    mergeConfig(vite, {
      plugins: [react()],
      resolve: { conditions: ['quietroom-source', ...defaultClientConditions], dedupe: ['react', 'react-dom'] },
      build: { rollupOptions: { external: vendors } },
    }),
};

export default config;
