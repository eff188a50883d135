import { readFile, realpath } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { InstalledSdk } from '../doctor/deployment.ts';
import type { Vendor } from '../vendor/vendor-error.ts';

/** Each vendor's adapter, and the SDK it is built on. */
const packagesOf: Readonly<Record<Vendor, { readonly adapter: string; readonly sdk: string }>> = {
  whereby: { adapter: '@quietroom/whereby', sdk: '@whereby.com/core' },
  '100ms': { adapter: '@quietroom/100ms', sdk: '@100mslive/hms-video-store' },
};

interface Manifest {
  readonly version?: unknown;
  readonly dependencies?: Readonly<Record<string, unknown>>;
  readonly peerDependencies?: Readonly<Record<string, unknown>>;
}

/** The package as Node would find it from a folder, with the folder it really is in; null when there is none. */
const findPackage = async (name: string, from: string): Promise<{ folder: string; manifest: Manifest } | null> => {
  for (let folder = from; ; folder = dirname(folder)) {
    try {
      const found = await realpath(join(folder, 'node_modules', name));
      return { folder: found, manifest: JSON.parse(await readFile(join(found, 'package.json'), 'utf8')) as Manifest };
    } catch {
      if (folder === dirname(folder)) return null;
    }
  }
};

/** The lowest version a range allows: adapters write `1.2.3`, `^1.2.3`, `~1.2.3` or `>=1.2.3`. */
const lowestOf = (range: unknown): string | null =>
  typeof range === 'string' ? (/^(?:[\^~]|>=)?\s*(\d+\.\d+\.\d+)(?:\s|$)/.exec(range)?.[1] ?? null) : null;

/** What is installed for a vendor in a folder. The adapter itself says which version it was verified with. */
export const readInstalledSdks = async (vendor: Vendor, from: string): Promise<readonly InstalledSdk[]> => {
  const { adapter, sdk } = packagesOf[vendor];
  const foundAdapter = await findPackage(adapter, from);
  const foundSdk = await findPackage(sdk, foundAdapter?.folder ?? from);
  const { dependencies, peerDependencies } = foundAdapter?.manifest ?? {};
  const version = foundSdk?.manifest.version;
  return [
    {
      name: sdk,
      version: typeof version === 'string' ? version : null,
      minimum: lowestOf(peerDependencies?.[sdk] ?? dependencies?.[sdk]),
    },
  ];
};
