import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Builds the demo as `npm start` does, and beside it the pages that only the specs open. */
export default async (): Promise<void> => {
  await build({
    root,
    logLevel: 'error',
    build: {
      outDir: 'dist/e2e',
      rolldownOptions: {
        input: ['index.html', 'harness.html', 'hostile.html', 'canary.html', 'whereby-embed.html'].map(
          (page) => `${root}${page}`,
        ),
      },
    },
  });
  // React mounts everything twice under StrictMode in its development build only.
  const { NODE_ENV } = process.env;
  process.env['NODE_ENV'] = 'development';
  await build({
    root,
    mode: 'development',
    base: '/development/',
    logLevel: 'error',
    build: { outDir: 'dist/e2e/development', rolldownOptions: { input: `${root}harness.html` } },
  });
  if (NODE_ENV === undefined) delete process.env['NODE_ENV'];
  else process.env['NODE_ENV'] = NODE_ENV;
};
