import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig, type Plugin } from 'vite';

/** The sealing library asks Node for its crypto where there is no other; every browser that can hold a visit has its own. */
const noNodeCrypto: Plugin = {
  name: 'no-node-crypto',
  enforce: 'pre',
  resolveId: (id) => (id === 'crypto' ? '\0no-node-crypto' : null),
  load: (id) => (id === '\0no-node-crypto' ? 'export {};' : null),
};

/** Puts the files of the effects beside the pages, with the command that any host uses. */
const effectFiles: Plugin = {
  name: 'effect-files',
  apply: 'build',
  writeBundle: ({ dir }) => {
    const effects = dirname(createRequire(import.meta.url).resolve('@quietroom/effects/package.json'));
    const command = join(effects, 'bin/quietroom-effects.mjs');
    if (dir !== undefined) execFileSync(process.execPath, [command, 'copy', join(dir, 'effects')], { stdio: 'ignore' });
  },
};

/** `vite build` writes the demo's pages to dist/pages. */
export default defineConfig({
  plugins: [noNodeCrypto, react(), effectFiles],
  resolve: { conditions: ['quietroom-source', ...defaultClientConditions], dedupe: ['react', 'react-dom'] },
  build: {
    outDir: 'dist/pages',
    emptyOutDir: true,
    target: 'es2023',
    // Nothing inline: the pages' content security policy allows files of their own server only.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    // The vendors' SDKs are in chunks of their own, loaded when somebody joins there; one of them is large.
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      onLog(level, log, report) {
        // Whereby's camera effects, which no visit uses, ask for Node's modules when they find themselves in Node.
        if (log.message.includes('externalized for browser compatibility')) return;
        report(level, log);
      },
    },
  },
});
