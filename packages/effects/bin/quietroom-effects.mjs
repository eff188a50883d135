#!/usr/bin/env node
// Packed, the command is in dist. In the workspace it runs from source, which Node reads as it is.
import { readFile } from 'node:fs/promises';

const manifest = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8'));
await import('quietroom-source' in manifest.exports['.'] ? '../src/files/main.ts' : '../dist/files/main.js');
