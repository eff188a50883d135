// Compares the public surface of every published package with the report checked in under packages/*/etc, one report per
// entry. Needs the packages built. `pnpm api` builds and writes the reports anew.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Extractor, ExtractorConfig } from '@microsoft/api-extractor';
import { entriesOf, publicPackages, report } from './checks/packages.mjs';
import { root } from './toolchain.mjs';

const update = process.argv.includes('--update');
const scratch = mkdtempSync(join(tmpdir(), 'quietroom-api-'));
const results = [];

/** The report of one entry. @returns its file name */
function extract(from, { entry, file: types }) {
  const name = [from.folder, ...entry.split('/').slice(1)].join('-');
  const reports = join(from.path, 'etc');
  const logged = [];
  const configuration = ExtractorConfig.prepare({
    packageJsonFullPath: join(from.path, 'package.json'),
    configObjectFullPath: undefined,
    configObject: {
      projectFolder: from.path,
      mainEntryPointFilePath: types,
      newlineKind: 'lf',
      compiler: {
        overrideTsconfig: {
          extends: join(root, 'tsconfig.base.json'),
          compilerOptions: { types: ['node'], typeRoots: [join(root, 'node_modules/@types')], rootDir: from.path },
          files: [types],
        },
      },
      apiReport: {
        enabled: true,
        reportFolder: reports,
        reportTempFolder: join(scratch, name),
        reportFileName: `${name}.api.md`,
      },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      messages: {
        compilerMessageReporting: { default: { logLevel: 'error' } },
        extractorMessageReporting: {
          default: { logLevel: 'none' },
          'ae-forgotten-export': { logLevel: 'none', addToApiReportFile: true },
        },
        tsdocMessageReporting: { default: { logLevel: 'none' } },
      },
    },
  });
  const result = Extractor.invoke(configuration, {
    localBuild: update,
    messageCallback: (message) => {
      message.handled = true;
      if (message.logLevel === 'error') logged.push(`  ${message.text}`);
    },
  });
  const file = `packages/${from.folder}/etc/${name}.api.md`;
  if (result.apiReportChanged && !update)
    logged.push(`  ${file} is not what the package exports now. If that is meant: pnpm api`);
  results.push({ name: file, problem: logged.length > 0 ? logged.join('\n') : undefined });
  return `${name}.api.md`;
}

try {
  for (const from of publicPackages()) {
    mkdirSync(join(from.path, 'etc'), { recursive: true });
    const written = [];
    for (const entry of entriesOf(from, 'types')) {
      if (existsSync(entry.file)) written.push(extract(from, entry));
      else results.push({ name: entry.specifier, problem: `  ${entry.file} does not exist.` });
    }
    const reports = join(from.path, 'etc');
    for (const left of readdirSync(reports).filter((file) => !written.includes(file))) {
      const path = join(reports, left);
      if (update) rmSync(path);
      else results.push({ name: path, problem: '  There is no such entry any more: pnpm api' });
    }
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
report(results);
