import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** Builds the demo as `npm start` does, and beside it the page that mounts and unmounts it at the specs' word. */
export default async (): Promise<void> => {
  await build({ root: fileURLToPath(new URL('../..', import.meta.url)), mode: 'e2e', logLevel: 'warn' });
};
