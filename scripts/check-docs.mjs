// Type-checks every ts and tsx block of the documentation against the packages' sources. What a block takes as given is
// declared in a comment right before it, which readers do not see; in the pages of Storybook it begins with {/* and ends with */}:
//   <!-- given
//   declare const room: string;
//   -->
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { allPackages, entriesOf, report } from './checks/packages.mjs';
import { root, run } from './toolchain.mjs';

const pages = ['*.md', 'docs/**/*.md', 'packages/*/README.md', 'apps/*/README.md', '.storybook/pages/*.mdx'];
const block =
  /(?:(?:<!--|\{\/\*) given\n(?<given>[\s\S]*?)\n(?:-->|\*\/\})\s*)?^```(?<language>tsx?)\n(?<code>[\s\S]*?)^```$/gm;

const folder = join(root, 'test-results/docs');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

/** File name of a block → where it stands, and by how many lines its code is shifted there. */
const blocks = new Map();
for (const page of globSync(pages, { cwd: root, exclude: ['**/CHANGELOG.md'] }).sort()) {
  const text = readFileSync(join(root, page), 'utf8');
  const marks = text.match(/^```(tsx?|typescript|jsx?|javascript)\b/gm) ?? [];
  let found = 0;
  for (const { index, 0: whole, groups } of text.matchAll(block)) {
    found += 1;
    const given = groups.given === undefined ? [] : groups.given.split('\n');
    const fence = text.slice(0, index + whole.indexOf('```')).split('\n').length;
    const name = `${page.replaceAll(/[^\w]+/g, '-')}-${fence}.${groups.language}`;
    writeFileSync(join(folder, name), [...given, groups.code, 'export {};'].join('\n'));
    blocks.set(name, { page, shift: fence - given.length, title: `${page}:${fence}` });
  }
  if (found !== marks.length)
    throw new Error(`${page}: a code block is not plain \`\`\`ts or \`\`\`tsx, or is not closed.`);
}

/** Every entry of every package, also of those that the root does not depend on. */
const sources = allPackages().flatMap((one) => entriesOf(one, 'quietroom-source'));
const paths = Object.fromEntries(sources.map(({ specifier, file }) => [specifier, [file]]));
const configuration = {
  extends: join(root, 'tsconfig.base.json'),
  compilerOptions: {
    noEmit: true,
    allowImportingTsExtensions: true,
    customConditions: ['quietroom-source'],
    types: ['node', 'vite/client'],
    paths,
    incremental: true,
    tsBuildInfoFile: join(root, 'node_modules/.cache/tsc/docs.tsbuildinfo'),
  },
  include: ['*.ts', '*.tsx'],
};
writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(configuration, null, 2));

const { code, output } = await run('tsc', ['-p', folder, '--pretty', 'false']);
const problems = new Map();
const elsewhere = [];
for (const line of output.split('\n').filter((text) => text.trim() !== '')) {
  const place = /(?:^|\/)([^/(]+)\((\d+),(\d+)\): (.*)$/.exec(line);
  const known = place === null ? undefined : blocks.get(place[1]);
  if (known === undefined) elsewhere.push(line);
  else
    problems.set(place[1], [
      ...(problems.get(place[1]) ?? []),
      `  ${known.page}:${Number(place[2]) + known.shift} ${place[4]}`,
    ]);
}
const results = [...blocks].map(([name, { title }]) => ({ name: title, problem: problems.get(name)?.join('\n') }));
if (code !== 0 && problems.size === 0) results.push({ name: 'documentation', problem: elsewhere.join('\n') });
report(results);
