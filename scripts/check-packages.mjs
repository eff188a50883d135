// Packs every package as it would be published and lets publint judge the result. Needs the packages built.
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { pnpm } from './toolchain.mjs';

const folder = mkdtempSync(join(tmpdir(), 'quietroom-pack-'));
const failures = [];

try {
  const packed = await pnpm(['--filter', './packages/**', '-r', 'pack', '--pack-destination', folder]);
  if (packed.code !== 0) throw new Error(packed.output);
  for (const name of readdirSync('packages')) {
    const manifest = JSON.parse(readFileSync(join('packages', name, 'package.json'), 'utf8'));
    if (manifest.private) continue;
    const tarball = join(folder, `${manifest.name.replace('@', '').replace('/', '-')}-${manifest.version}.tgz`);
    const bytes = readFileSync(tarball);
    const { messages, pkg } = await publint({
      pack: { tarball: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) },
      strict: true,
    });
    failures.push(...messages.map((message) => `${manifest.name}: ${formatMessage(message, pkg)}`));
    for (const [specifier, target] of Object.entries(pkg.exports)) {
      if (typeof target === 'object' && 'quietroom-source' in target) {
        failures.push(`${manifest.name}: exports["${specifier}"] still offers the source condition`);
      }
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

if (failures.length > 0) {
  console.error(failures.join('\n'));
  process.exitCode = 1;
} else {
  console.log('Every package packs as it should.');
}
