import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig } from 'vite';

/** `vite build` writes the demo's pages to dist/pages. */
export default defineConfig({
  plugins: [react()],
  resolve: { conditions: ['quietroom-source', ...defaultClientConditions], dedupe: ['react', 'react-dom'] },
  // The server puts a fresh one in with every response.
  html: { cspNonce: '__NONCE__' },
  build: {
    outDir: 'dist/pages',
    emptyOutDir: true,
    target: 'es2023',
    // Nothing inline: the pages' content security policy allows files of their own server only.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
});
