import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { EffectError } from '../effect-error.ts';
import { copyFiles } from './copy-files.ts';
import { blurFiles, noiseFiles } from './file-lists.ts';
import { folderAddress } from './served-files.ts';

test('the command writes every file, the worker as a plain script', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'quietroom-effects-'));
  try {
    await copyFiles(join(folder, 'made/on/the/way'));
    for (const file of [...blurFiles, ...noiseFiles])
      expect(statSync(join(folder, 'made/on/the/way', file)).size, file).toBeGreaterThan(100);
    const scope: { onmessage?: unknown } = {};
    runInNewContext(readFileSync(join(folder, 'made/on/the/way/blur-worker.js'), 'utf8'), scope);
    expect(typeof scope.onmessage).toBe('function');
  } finally {
    rmSync(folder, { recursive: true });
  }
});

const page = 'https://clinic.example/visit/1';

test.each([
  ['/effects', 'https://clinic.example/effects/'],
  ['/effects/', 'https://clinic.example/effects/'],
  ['https://clinic.example/static', 'https://clinic.example/static/'],
])('files are looked for in the folder %s', (assets, address) => {
  expect(folderAddress(assets, page).href).toBe(address);
});

test.each(['https://cdn.example/effects', '//cdn.example/effects/', 'http://clinic.example/effects/'])(
  'a folder on another origin is refused: %s',
  (assets) => {
    expect(() => folderAddress(assets, page)).toThrow(expect.objectContaining({ code: 'foreign-files' }));
  },
);

test('an error names the file, why it matters and what to do', () => {
  const error = new EffectError('file-missing', { file: 'rnnoise_simd.wasm' });
  expect(error.message).toMatch(/is not where `assets` says.*npx quietroom-effects copy.*rnnoise_simd\.wasm/);
});
