// Builds the apps of apps/consumers from the packed packages, with npm's own strict peer resolution, and uses them in
// Chromium: two people hold a visit in each Vite app, and the readiness screen of the Next app hydrates without a
// complaint. A team's own tests run in Vitest with every package there is. Then every entry of every package is imported in
// bare Node, also under the react-server condition. Needs the packages built. A first run takes longer: npm fetches Next.
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright';
import { chromiumLaunchOptions } from './browsers.mjs';
import { entriesOf, publicPackages, report, tarballOf } from './checks/packages.mjs';
import { pnpm, root, run, workspaceEnvironment } from './toolchain.mjs';

const limit = 30_000;
const clientReferences = pathToFileURL(join(root, 'scripts/checks/client-references.mjs')).href;
const folder = mkdtempSync(join(tmpdir(), 'quietroom-consumers-'));

/** Copies an app out of the workspace, points it at the tarballs and installs it as its team would. */
async function install(name, ...sources) {
  const app = join(folder, name);
  for (const source of sources) cpSync(join(root, 'apps/consumers', source), app, { recursive: true });
  const path = join(app, 'package.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8'));
  for (const one of publicPackages()) {
    for (const wanted of [manifest.dependencies, manifest.devDependencies])
      if (wanted[one.name] !== undefined) wanted[one.name] = `file:${tarballOf(one, folder)}`;
  }
  writeFileSync(path, JSON.stringify(manifest));
  await succeed('npm', ['install', '--strict-peer-deps', '--no-audit', '--no-fund', '--prefer-offline'], app);
  return app;
}

async function succeed(command, args, cwd) {
  const { code, output } = await run(command, args, { cwd, env: { NEXT_TELEMETRY_DISABLED: '1' } });
  if (code !== 0) throw new Error(`${command} ${args.join(' ')}\n${output}`);
}

/** Starts a server that prints its address once it listens. */
function serve(app, command, args) {
  const child = spawn(command, args, { cwd: app, env: workspaceEnvironment(app), stdio: ['ignore', 'pipe', 'pipe'] });
  const address = new Promise((resolve, reject) => {
    let output = '';
    const read = (chunk) => {
      output += chunk;
      const found = /http:\/\/[\w.]+:\d+/.exec(output);
      if (found !== null && /Ready|^http/m.test(output)) resolve(found[0]);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.on('close', () => reject(new Error(`The server ended.\n${output}`)));
    setTimeout(() => reject(new Error(`The server is not ready.\n${output}`)), limit).unref();
  });
  return { address, stop: () => child.kill() };
}

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

/** A page in a browser of its own, and what it complains of. */
async function open(url) {
  const browser = await chromium.launch(chromiumLaunchOptions());
  const page = await browser.newPage({ locale: 'en' });
  page.setDefaultTimeout(limit);
  const complaints = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  await page.goto(url);
  return { page, complaints, close: () => browser.close() };
}

const press = (where, name) => where.getByRole('button', { name }).click();

/** Waits until somebody else's picture moves. */
const seeSomebody = (page) =>
  page.waitForFunction(() => {
    const pictures = [...document.querySelectorAll('.qr-tile video')];
    return pictures.some((video) => video.videoWidth > 0 && video.getVideoPlaybackQuality().totalVideoFrames > 5);
  });

function demandSilence(people) {
  const complaints = people.flatMap((person) => person.complaints);
  if (complaints.length > 0) throw new Error(`The page complained:\n${complaints.join('\n')}`);
}

async function holdVisit(origin, id) {
  const people = [];
  try {
    for (const role of ['clinician', 'patient']) people.push(await open(`${origin}/?as=${role}&room=${id}`));
    const [clinician, patient] = people.map(({ page }) => page);
    for (const page of [clinician, patient]) await press(page, 'Turn on camera and microphone');
    await press(clinician, /^Join visit/);
    await press(patient, /^Ask to join/);
    await press(clinician, /^Admit/);
    const dialog = clinician.getByRole('alertdialog');
    for (const box of await dialog.getByRole('checkbox').all()) await box.check();
    await dialog.getByRole('button', { name: /^Admit/ }).click();
    await Promise.all([seeSomebody(clinician), seeSomebody(patient)]);
    await press(patient, /^Leave visit/);
    await press(patient.getByRole('alertdialog'), /^Leave/);
    await patient.locator('[data-screen=ended]').waitFor();
    demandSilence(people);
  } finally {
    await Promise.all(people.map(({ close }) => close()));
  }
}

async function viteVisit(version) {
  const app = await install(`vite-react-${version}`, 'vite', `vite-react-${version}`);
  await succeed('npm', ['run', 'build'], app);
  const server = serve(app, 'node', ['server.js']);
  try {
    await holdVisit(await server.address, crypto.randomUUID());
  } finally {
    server.stop();
  }
}

async function nextReadiness() {
  const app = await install('next', 'next');
  await succeed('npm', ['run', 'build'], app);
  const next = 'node_modules/next/dist/bin/next';
  const server = serve(app, 'node', [next, 'start', '--hostname', '127.0.0.1', '--port', String(await freePort())]);
  try {
    const origin = await server.address;
    const html = await (await fetch(`${origin}/visit`)).text();
    if (!html.includes('Ask to join')) throw new Error('The server did not render the readiness screen.');
    const person = await open(`${origin}/visit`);
    try {
      await press(person.page, 'Turn on camera and microphone');
      await person.page.waitForFunction(() => document.querySelector('video')?.videoWidth > 0);
      demandSilence([person]);
    } finally {
      await person.close();
    }
  } finally {
    server.stop();
  }
}

/** A team's own tests, with every package there is beside each other. */
async function vitestRun() {
  const app = await install('vitest', 'vitest');
  await succeed('npm', ['test'], app);
}

/** Imports every entry of every package in a fresh Node. */
async function importAll(condition) {
  const app = join(folder, 'vitest');
  const missing = publicPackages().filter(({ name }) => !existsSync(join(app, 'node_modules', name)));
  if (missing.length > 0) throw new Error(`Not installed: ${missing.map(({ name }) => name).join(', ')}.`);
  const entries = publicPackages().flatMap((one) => entriesOf(one, 'types').map(({ specifier }) => specifier));
  const code = entries.map((specifier) => `await import('${specifier}');`).join('\n');
  await succeed('node', [...condition, '--input-type=module', '--eval', code], app);
}

const results = [];
async function test(name, check) {
  const started = performance.now();
  const problem = await check().then(
    () => undefined,
    (error) => `  ${error.stack}`,
  );
  results.push({ name: `${name} (${((performance.now() - started) / 1000).toFixed(0)} s)`, problem });
}

try {
  const packed = await pnpm(['--filter', './packages/**', '-r', 'pack', '--pack-destination', folder]);
  if (packed.code !== 0) throw new Error(packed.output);
  await Promise.all([
    (async () => {
      await test('Vite and React 18: two people hold a visit', () => viteVisit(18));
      await test('Vite and React 19: two people hold a visit', () => viteVisit(19));
    })(),
    (async () => {
      await test('Next: the readiness screen is rendered by the server and hydrates', nextReadiness);
      await test('Vitest: a team tests against a fake room, with every package installed', vitestRun);
    })(),
  ]);
  await test('every entry can be imported in Node', () => importAll([]));
  await test('every entry can be imported under react-server', () =>
    importAll(['--conditions=react-server', `--import=${clientReferences}`]));
  report(results);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
