import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { blurFiles, noiseFiles, type EffectFile } from './file-lists.ts';

const require = createRequire(import.meta.url);

/** The worker is a plain script, so that the vendor's scripts can be loaded into it: nothing in it may be a module's. */
const readWorker = async (): Promise<string> => {
  const built = !import.meta.url.endsWith('.ts');
  const text = await readFile(new URL(`../blur/worker.${built ? 'js' : 'ts'}`, import.meta.url), 'utf8');
  const script = built ? text : (await import('node:module')).stripTypeScriptTypes(text);
  return script.replaceAll(/^(?:export \{\};|\/\/# sourceMappingURL=.*)$/gm, '').trimStart();
};

const vendorFile = (file: EffectFile): string => {
  switch (file) {
    case 'rnnoise-worklet.js':
      return require.resolve('@sapphi-red/web-noise-suppressor/rnnoiseWorklet.js');
    case 'rnnoise_simd.wasm':
      return require.resolve('@sapphi-red/web-noise-suppressor/rnnoise_simd.wasm');
    default:
      return join(dirname(require.resolve('@mediapipe/selfie_segmentation/package.json')), file);
  }
};

/** Writes every file of the effects into a folder, which is made when it is not there. @returns their names */
export async function copyFiles(folder: string): Promise<readonly EffectFile[]> {
  const files = [...blurFiles, ...noiseFiles];
  await mkdir(folder, { recursive: true });
  for (const file of files) {
    const target = join(folder, file);
    if (file === 'blur-worker.js') await writeFile(target, await readWorker());
    else await copyFile(vendorFile(file), target);
  }
  return files;
}
