import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig } from 'vite';

/** `vite build` writes the demo's pages to dist; `vite build --mode e2e` adds a page the end-to-end specs drive. */
export default defineConfig(({ mode }) => {
  const e2e = mode === 'e2e';
  return {
    plugins: [react()],
    resolve: { conditions: ['quietroom-source', ...defaultClientConditions], dedupe: ['react', 'react-dom'] },
    build: {
      outDir: e2e ? 'dist/e2e' : 'dist/pages',
      emptyOutDir: true,
      target: 'es2023',
      assetsInlineLimit: 0,
      reportCompressedSize: false,
      rolldownOptions: {
        input: ['index.html', ...(e2e ? ['harness.html'] : [])],
      },
    },
  };
});
