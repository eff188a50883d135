#!/usr/bin/env node
// Packed, the command is in dist. In the workspace it runs from source, which Node reads once it is told to prefer it.
import { readFile } from 'node:fs/promises';

const manifest = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8'));

if ('quietroom-source' in manifest.exports['.']) {
  const { registerHooks } = await import('node:module');
  registerHooks({
    resolve: (specifier, context, next) =>
      next(specifier, { ...context, conditions: [...context.conditions, 'quietroom-source'] }),
  });
  await import('../src/cli/main.ts');
} else {
  await import('../dist/cli/main.js');
}
