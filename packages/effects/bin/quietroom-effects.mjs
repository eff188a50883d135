#!/usr/bin/env node
// Packed, the command is in dist. In the workspace it runs from source, which Node reads as it is.
import { readFile } from 'node:fs/promises';

const manifest = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8'));
if ('quietroom-source' in manifest.exports['.']) await import('../src/files/main.ts');
else await import('../dist/files/main.js');
