// Packs every package as it would be published and lets publint and "are the types wrong" judge the result. Needs the
// packages built.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { publicPackages, report, tarballOf } from './checks/packages.mjs';
import { pnpm, run } from './toolchain.mjs';

/** What publint says of a tarball, and what it cannot know: no source condition, no unlisted side effects. */
async function lint({ manifest }, tarball) {
  const bytes = readFileSync(tarball);
  const { messages, pkg } = await publint({
    pack: { tarball: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) },
    strict: true,
  });
  const problems = messages.map((message) => formatMessage(message, pkg));
  for (const [specifier, target] of Object.entries(pkg.exports)) {
    if (typeof target === 'object' && 'quietroom-source' in target) {
      problems.push(`exports["${specifier}"] still offers the source condition`);
    }
  }
  const { sideEffects } = manifest;
  const stylesOnly = Array.isArray(sideEffects) && sideEffects.every((pattern) => pattern.endsWith('.css'));
  if (sideEffects !== false && !stylesOnly) problems.push('"sideEffects" may name style sheets and nothing else');
  return problems;
}

/** Whether every entry resolves to its types, for whoever imports ES modules. Style sheets have none. */
async function checkTypes({ manifest }, tarball) {
  const styles = Object.keys(manifest.exports).filter((entry) => entry.endsWith('.css'));
  const excluded = styles.length > 0 ? ['--exclude-entrypoints', ...styles] : [];
  const { code, output } = await run('attw', [
    tarball,
    '--profile',
    'esm-only',
    '--format',
    'ascii',
    '--no-color',
    '--no-emoji',
    ...excluded,
  ]);
  return code === 0 ? [] : [output];
}

const folder = mkdtempSync(join(tmpdir(), 'quietroom-pack-'));
try {
  const packed = await pnpm(['--filter', './packages/**', '-r', 'pack', '--pack-destination', folder]);
  if (packed.code !== 0) throw new Error(packed.output);
  const results = [];
  for (const one of publicPackages()) {
    const tarball = tarballOf(one, folder);
    for (const [check, judge] of [
      ['publint', lint],
      ['types', checkTypes],
    ]) {
      const problems = await judge(one, tarball);
      results.push({
        name: `${check} ${one.name}`,
        problem: problems.length > 0 ? problems.map((problem) => `  ${problem}`).join('\n') : undefined,
      });
    }
  }
  report(results);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
