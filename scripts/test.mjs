// npm test: installs what is missing, runs every layer and ends with `N passed, N failed`.
// npm test -- unit e2e: only these layers.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromiumPath } from './browsers.mjs';
import { installChromium, installPartners } from './programs.mjs';
import { install, pnpm, root, run } from './toolchain.mjs';

/** The runners' reports; a folder of our own, so that two runs side by side do not read each other's. */
const reports = mkdtempSync(join(tmpdir(), 'quietroom-test-'));
process.on('exit', () => rmSync(reports, { recursive: true, force: true }));

/** @typedef {{ passed: number, failed: number, skipped: string[], output: string, figures?: string[] }} Outcome */

function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

/** A runner that ends badly without a failed test to show for it counts as one failed test. */
function settle({ code, output }, counts) {
  const crashed = counts === undefined || (code !== 0 && counts.failed === 0);
  const { passed, failed, skipped, figures = [] } = counts ?? { passed: 0, failed: 0, skipped: [] };
  return { passed, failed: failed + (crashed ? 1 : 0), skipped, output, figures };
}

function countVitest(report) {
  const counts = { passed: 0, failed: 0, skipped: [], figures: [] };
  for (const file of report.testResults) {
    const before = counts.failed;
    for (const test of file.assertionResults) {
      if (test.status === 'passed') counts.passed += 1;
      else if (test.status === 'failed') counts.failed += 1;
      else counts.skipped.push(test.fullName);
      if (test.meta?.figure) counts.figures.push(test.meta.figure);
    }
    // A file that cannot be imported, or whose hooks fail, has no failed test of its own.
    if (file.status === 'failed' && counts.failed === before) counts.failed += 1;
  }
  return counts;
}

function countPlaywright(report) {
  const counts = { passed: 0, failed: 0, skipped: [], figures: [] };
  const visit = (suite, path) => {
    for (const spec of suite.specs ?? []) {
      for (const test of spec.tests) {
        for (const { type, description } of test.annotations)
          if (type === 'canary') counts.figures.push(`canary: ${description}`);
        if (test.status === 'expected') counts.passed += 1;
        else if (test.status === 'skipped') {
          const why = test.annotations.find(({ type, description }) => type === 'skip' && description)?.description;
          counts.skipped.push([...path, spec.title].join(' > ') + (why === undefined ? '' : `\n              ${why}`));
        } else counts.failed += 1;
      }
    }
    for (const child of suite.suites ?? []) visit(child, [...path, child.title]);
  };
  for (const suite of report.suites) visit(suite, []);
  // Files that cannot be loaded are errors of the run and not of any test.
  if (counts.failed === 0) counts.failed += report.errors.length;
  return counts;
}

async function vitest(layer, projects) {
  const report = join(reports, `${layer}.json`);
  const result = await run('vitest', [
    'run',
    ...projects.flatMap((project) => ['--project', project]),
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]);
  const json = readReport(report);
  return settle(result, json && countVitest(json));
}

/** A check that prints `ok - …` and `not ok - …` counts as that many tests, any other as one. */
function countCheck({ code, output }) {
  const passed = output.match(/^ok - /gm)?.length ?? 0;
  const failed = output.match(/^not ok - /gm)?.length ?? 0;
  if (passed + failed === 0) return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 };
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed };
}

/** Whether this run has built the packages already. */
let packagesBuilt = false;

async function staticChecks() {
  const check = (name, command, args) => async () => ({ name, ...(await run(command, args)) });
  const done = [];
  const runAll = async (queue) => {
    const worker = async () => {
      for (let next = queue.shift(); next; next = queue.shift()) done.push(await next());
    };
    await Promise.all([worker(), worker()]);
  };
  await runAll([
    check('lint', 'eslint', ['.', '--max-warnings', '0']),
    async () => ({ name: 'build', ...(await pnpm(['run', 'build'])) }),
    check('typecheck', 'tsc', ['-p', 'tsconfig.json']),
    check('depcruise', 'depcruise', [
      'packages',
      'apps/demo',
      'apps/examples',
      '.storybook',
      '--config',
      '.dependency-cruiser.mjs',
    ]),
    check('bytes', 'node', ['scripts/check-bytes.mjs']),
    check('docs', 'node', ['scripts/check-docs.mjs']),
    check('canary', 'node', ['scripts/canary-inputs.mjs']),
    check('failures', 'node', ['scripts/failures.mjs', '--check']),
    check('catalogues', 'node', ['--conditions=quietroom-source', 'scripts/catalogues.mjs']),
    check('access', 'node', ['scripts/accessibility.mjs', '--check']),
    check('requirements', 'node', ['--conditions=quietroom-source', 'scripts/requirements.mjs', '--check']),
    check('unused', 'knip', []),
  ]);
  // These judge what build has written.
  packagesBuilt = done.find(({ name }) => name === 'build').code === 0;
  if (packagesBuilt) {
    await runAll([
      check('packages', 'node', ['scripts/check-packages.mjs']),
      check('api', 'node', ['scripts/api-reports.mjs']),
    ]);
  }
  const counts = done.map(countCheck);
  const failed = done.filter((_, index) => counts[index].failed > 0);
  return {
    passed: counts.reduce((sum, { passed }) => sum + passed, 0),
    failed: counts.reduce((sum, { failed }) => sum + failed, 0),
    skipped: packagesBuilt ? [] : ['packages and api: the build failed'],
    output: failed.map(({ name, output }) => `--- ${name}\n${output.replace(/^ok - .*\n/gm, '')}`).join('\n'),
  };
}

async function endToEnd() {
  const demo = join(root, 'apps/demo');
  const built = await run('vite', ['build', '--logLevel', 'warn'], { cwd: demo });
  if (built.code !== 0) return settle(built, undefined);
  const report = join(reports, 'e2e.json');
  const result = await run(
    'node',
    ['--conditions=quietroom-source', join(root, 'node_modules/@playwright/test/cli.js'), 'test'],
    { cwd: demo, env: { PLAYWRIGHT_JSON_OUTPUT_FILE: report } },
  );
  const json = readReport(report);
  return settle(result, json && countPlaywright(json));
}

/** Real apps from the packed packages. */
async function consumers() {
  if (!packagesBuilt) {
    const built = await pnpm(['run', 'build']);
    if (built.code !== 0) return settle(built, undefined);
  }
  const result = await run('node', ['scripts/check-consumers.mjs']);
  return { ...countCheck(result), skipped: [], output: result.output };
}

/** Storybook as it is published: its pages, what they ask for, and pictures of a few stories. */
async function storybook() {
  const result = await run('node', ['scripts/check-storybook.mjs']);
  const figures = result.output.match(/^(?:not compared: |\d+ pictures compared).*$/gm) ?? [];
  return { ...countCheck(result), skipped: [], output: result.output, figures };
}

const layers = {
  static: staticChecks,
  unit: () => vitest('unit', ['unit']),
  parts: () => vitest('parts', ['parts', 'stories']),
  conformance: () => vitest('conformance', ['conformance']),
  e2e: endToEnd,
  consumers,
  storybook,
};
const inBrowser = ['parts', 'conformance', 'e2e', 'consumers', 'storybook'];

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !Object.hasOwn(layers, name));
if (unknown.length > 0) {
  console.error(`No such layer: ${unknown.join(', ')}. The layers are ${Object.keys(layers).join(', ')}.`);
  process.exit(2);
}
const chosen = wanted.length > 0 ? Object.keys(layers).filter((name) => wanted.includes(name)) : Object.keys(layers);

await install();
if (chromiumPath() === undefined && chosen.some((name) => inBrowser.includes(name))) await installChromium();
if (chosen.includes('e2e')) await installPartners();

/**
 * Which layers run one after the other. What waits for pictures and pages most of the time runs beside what keeps a
 * processor busy; the end-to-end tests, which time people's browsers, have the machine to themselves.
 */
const schedule = [[['static', 'unit', 'consumers', 'storybook'], ['conformance', 'parts']], [['e2e']]];

const totals = { passed: 0, failed: 0, skipped: 0 };
async function runLayer(name) {
  const started = performance.now();
  /** @type {Outcome} */
  const outcome = await layers[name]().catch((error) => settle({ code: 1, output: String(error.stack) }, undefined));
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const counts = [
    `${outcome.passed} passed`,
    ...(outcome.failed > 0 ? [`${outcome.failed} failed`] : []),
    ...(outcome.skipped.length > 0 ? [`${outcome.skipped.length} skipped`] : []),
  ];
  if (outcome.failed > 0) console.log(outcome.output.trimEnd());
  console.log(`${name.padEnd(12)}${counts.join(', ')}  ${seconds}s`);
  for (const test of outcome.skipped) console.log(`            skipped: ${test}`);
  for (const figure of outcome.figures ?? []) console.log(`            ${figure}`);
  totals.passed += outcome.passed;
  totals.failed += outcome.failed;
  totals.skipped += outcome.skipped.length;
}
for (const side of schedule) {
  const lanes = side.map(async (lane) => {
    for (const name of lane) if (chosen.includes(name)) await runLayer(name);
  });
  await Promise.all(lanes);
}

const skipped = totals.skipped > 0 ? `, ${totals.skipped} skipped` : '';
console.log(`${totals.passed} passed, ${totals.failed} failed${skipped}`);
process.exitCode = totals.failed > 0 ? 1 : 0;
