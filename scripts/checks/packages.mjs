// The packages as the checks see them: whatever has a package.json under packages/, so that new ones join by themselves.
import { existsSync, globSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../toolchain.mjs';

/** @typedef {{ name: string, folder: string, path: string, manifest: Record<string, any> }} Package */

/** @returns {Package[]} every package, private ones too */
export function allPackages() {
  return readdirSync(join(root, 'packages'))
    .map((folder) => ({ folder, path: join(root, 'packages', folder) }))
    .filter(({ path }) => existsSync(join(path, 'package.json')))
    .map(({ folder, path }) => {
      const manifest = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'));
      return { name: manifest.name, folder, path, manifest };
    });
}

/** @returns {Package[]} the packages that are published */
export const publicPackages = () => allPackages().filter(({ manifest }) => manifest.private !== true);

/**
 * The entries of a package that offer something under a condition, with patterns such as ./locales/* spelled out.
 * @param {Package} from
 * @returns {{ specifier: string, entry: string, file: string }[]}
 */
export function entriesOf({ name, path, manifest }, condition) {
  return Object.entries(manifest.exports ?? {}).flatMap(([entry, target]) => {
    const pattern = target[condition];
    if (pattern === undefined) return [];
    const files = pattern.includes('*') ? globSync(pattern, { cwd: path }) : [pattern];
    const [before, after] = pattern.replace('./', '').split('*');
    return files
      .map((file) => file.replace('./', ''))
      .filter((file) => !/\.(test|stories)\./.test(file))
      .map((file) => {
        const own =
          after === undefined ? entry : entry.replace('*', file.slice(before.length, file.length - after.length));
        return { specifier: join(name, own), entry: own, file: join(path, file) };
      });
  });
}

/** Where `pnpm pack --pack-destination` puts a package. */
export const tarballOf = ({ name, manifest }, folder) =>
  join(folder, `${name.replace('@', '').replace('/', '-')}-${manifest.version}.tgz`);

/** Prints one line per test, in the form that scripts/test.mjs counts, and sets the exit code. */
export function report(results) {
  for (const { name, problem } of results) {
    console.log(problem === undefined ? `ok - ${name}` : `not ok - ${name}\n${problem}`);
  }
  if (results.some(({ problem }) => problem !== undefined)) process.exitCode = 1;
}
