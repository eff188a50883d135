import { EffectError } from '../effect-error.ts';
import type { EffectFile } from './file-lists.ts';

/** See `blur` and `noiseSuppression`. */
export interface EffectOptions {
  /**
   * Where your server has the files that `npx quietroom-effects copy` wrote, on the page's own origin, for example
   * `/effects/`.
   */
  readonly assets: string;
}

/** Whether a server says of itself that it has no such file. Some answer a HEAD with 405, which says nothing. */
const lacks = ({ status, headers }: Response): boolean =>
  (status >= 400 && status !== 405 && status !== 501) ||
  // A single-page app's server answers with its page, whatever is asked.
  headers.get('content-type')?.startsWith('text/html') === true;

/**
 * The folder's address. @throws EffectError `foreign-files`
 */
export function folderAddress(assets: string, page: string): URL {
  const folder = new URL(assets.endsWith('/') ? assets : `${assets}/`, page);
  if (folder.origin !== new URL(page).origin) throw new EffectError('foreign-files');
  return folder;
}

/** Where the files are, each of them asked for by its head first. @throws EffectError `file-missing`, `foreign-files` */
export async function findFiles(
  assets: string,
  files: readonly EffectFile[],
  signal: AbortSignal,
): Promise<(file: EffectFile) => string> {
  const folder = folderAddress(assets, document.baseURI);
  if (folder.origin !== location.origin) throw new EffectError('foreign-files');
  const address = (file: EffectFile) => new URL(file, folder).href;
  await Promise.all(
    files.map(async (file) => {
      const answer = await fetch(address(file), { method: 'HEAD', redirect: 'error', signal }).catch(
        (cause: unknown) => new EffectError('file-missing', { file, cause }),
      );
      signal.throwIfAborted();
      if (answer instanceof EffectError) throw answer;
      if (lacks(answer)) throw new EffectError('file-missing', { file });
    }),
  );
  return address;
}
