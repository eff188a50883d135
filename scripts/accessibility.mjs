// node scripts/accessibility.mjs: runs the tests of access and writes docs/accessibility.md from what they prove.
// node scripts/accessibility.mjs --check: fails when a test that is named there is gone, one that names a criterion is not
// there, or a criterion has nothing to say for itself.
// A test says what it proves by the numbers at the beginning of its title: `2.1.1, 2.4.7: a patient …`.
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { tmpdir } from 'node:os';
import axe from 'axe-core';
import { format, resolveConfig } from 'prettier';
import { criteria } from './checks/criteria.mjs';
import { root, run } from './toolchain.mjs';

const page = join(root, 'docs/accessibility.md');
const access = 'packages/react/test/access';
const check = process.argv.includes('--check');
const gaps = [];

const text = (path) => readFileSync(join(root, path), 'utf8');
const files = (pattern) =>
  globSync(pattern, {
    cwd: root,
    exclude: (path) => path.includes('node_modules') || path.includes('dist'),
  }).toSorted();

/** Criterion → the tests that name it. */
const proofs = new Map();
for (const file of files(['packages/react/{src,test}/**/*.test.tsx', 'apps/demo/e2e/**/*.spec.ts']))
  for (const [, numbers, title] of text(file).matchAll(
    /\(\s*['"`]((?:\d\.\d\.\d+(?:, )?)+): (.+?)['"`],\s*(?:async )?\(/g,
  ))
    for (const number of numbers.split(', ')) {
      if (!criteria.some((criterion) => criterion.number === number))
        gaps.push(`${file}: there is no criterion ${number} of level A or AA`);
      proofs.set(number, [...(proofs.get(number) ?? []), { file, title: title.replaceAll('$name', 'every screen') }]);
    }

const rulesOf = (number) =>
  axe
    .getRules([`wcag${number.replaceAll('.', '')}`])
    .filter(({ enabled }) => enabled !== false)
    .map(({ ruleId }) => ruleId);
const screens = [...text(`${access}/screens.ts`).matchAll(/^ {2}(?:'([^']+)'|(\w+)): \{/gm)].map(
  ([, quoted, plain]) => quoted ?? plain,
);
const said = (file, title) => `${title.replaceAll('\\', '')} (\`${basename(file)}\`)`;

const rows = criteria.map(({ number, name, level, also = [], host, absent, open, read }) => {
  for (const { file, title } of also)
    if (!text(file).includes(title)) gaps.push(`${number}: ${file} has no test “${title}”`);
  const tests = [...(proofs.get(number) ?? []), ...also].map(({ file, title }) => said(file, title));
  const rules = absent ? [] : rulesOf(number);
  if (tests.length + rules.length === 0 && !host && !absent && !read) gaps.push(`${number}: nothing is said of it`);
  const cells = [
    `${number} ${name}`,
    level,
    absent
      ? 'does not apply'
      : tests.length > 0
        ? open
          ? 'tested, with gaps'
          : 'tested'
        : rules.length > 0
          ? 'by axe alone'
          : host && !read
            ? 'the host’s'
            : 'examined',
    [
      ...(absent ? [absent] : []),
      ...tests,
      ...(rules.length > 0 ? [`axe: ${rules.join(', ')}`] : []),
      ...(read ? [`Read: ${read}`] : []),
    ].join('<br>'),
    [...(open ? [open] : []), ...(host ? [`The host’s: ${host}`] : [])].join('<br>'),
  ];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
});
const count = (word) => rows.filter((row) => row.split(' | ')[2] === word).length;

/** What the last run found. Only a run in which everything passed is written down. */
async function runTests() {
  const report = join(tmpdir(), `quietroom-access-${process.pid}.json`);
  const { output } = await run('vitest', [
    'run',
    '--project',
    'parts',
    access,
    '--reporter=json',
    `--outputFile=${report}`,
  ]);
  const { numPassedTests, numFailedTests, success } = JSON.parse(readFileSync(report, 'utf8'));
  if (!success || numFailedTests > 0) throw new Error(`Tests of access fail:\n${output}`);
  return `Last written on ${new Date().toISOString().slice(0, 10)}, after ${numPassedTests} tests of access had passed and none had failed.`;
}
const lastRun = /^Last written on .*$/m;
let before = '';
try {
  before = readFileSync(page, 'utf8');
} catch {
  if (check) gaps.push('docs/accessibility.md is missing.');
}
const result = check ? (lastRun.exec(before)?.[0] ?? '') : await runTests();

const written = `# Access

Written by \`node scripts/accessibility.mjs\` from the titles of the tests and from \`scripts/checks/criteria.mjs\`, against
[WCAG 2.2](https://www.w3.org/TR/WCAG22/), levels A and AA. It is a report of what was tested and what was not. It is no
statement of conformance: that would need people with disabilities, real assistive technology, and the page around the room.

${result}

Of ${criteria.length} criteria, ${count('tested')} are tested, ${count('tested, with gaps')} are tested with gaps that are named, ${count('by axe alone')} by axe alone, ${count('examined')}
were examined without a test, ${count('the host’s')} are the host’s, and ${count('does not apply')} do not apply.

## How it was tested

- **In real Chromium**, the whole \`VideoRoom\` on the fake room of \`@quietroom/testing\`, with real keys, emulated forced colours,
  reduced motion and touch. Elsewhere only what the end-to-end tests do.
- **axe-core ${axe.version}** as an error on every story and in the parts’ own tests. The rules are named beside what they look
  at; they find some failures and prove no success.
- **A virtual screen reader**, \`@guidepup/virtual-screen-reader\`, which reads the accessibility tree as the specifications say.
- **These screens**: ${screens.join('; ')}.
- **In these languages**: English, Arabic (right to left) and a pseudo-language whose words are 40 % longer.

## What was not tested

- No real screen reader: not NVDA, JAWS, VoiceOver, TalkBack or Narrator. They differ from the specifications and from each other.
- No voice control, switch, screen magnifier or braille display.
- No Safari, on a Mac or on a phone; in Firefox only what the end-to-end tests do.
- No person with a disability has used it, and nobody from outside has examined it.
- The words in Spanish and Arabic were reviewed by nobody who speaks them. The room says so where it asks for consent and in
  Visit safety.
- What people show and say to each other, and the page around the room.
- How a visit goes when the video provider’s own service is between people.

## Criterion by criterion

“Read” is what somebody who worked on the code found by reading it or by looking at screens.

| criterion | level | standing | by what | not tested, or not met |
| --- | --- | --- | --- | --- |
${rows.join('\n')}

## For the page around the room

A title and a \`lang\` for the page, a way past its own navigation, one first heading (the room begins at the second level), colours
of an own theme with enough contrast, words of an own catalogue checked by a person, and for an emergency words of its own.
`;

const settings = (await resolveConfig(page)) ?? {};
const finished = await format(written, { ...settings, parser: 'markdown' });
if (check) {
  if (before !== finished) gaps.push('docs/accessibility.md is stale: run node scripts/accessibility.mjs');
} else writeFileSync(page, finished);

for (const gap of gaps) console.error(gap);
console.log(`${criteria.length} criteria, ${count('tested') + count('tested, with gaps')} tested, ${gaps.length} gaps`);
process.exitCode = gaps.length > 0 ? 1 : 0;
