// Built-ins of Node 20 only: this runs before anything is installed, under whatever Node the machine has.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const pnpmVersion = '12.21.0';

/** The environment in which `node` is the pinned Node and every tool is the workspace's own. */
export function workspaceEnvironment(cwd = root) {
  const bins = [join(cwd, 'node_modules/.bin'), join(root, 'node_modules/.bin')];
  const environment = { ...process.env, PATH: [...new Set(bins), process.env.PATH].join(delimiter) };
  // npm hands its own settings down, and pnpm would take them for its own.
  for (const name of Object.keys(environment)) if (/^npm_/i.test(name)) delete environment[name];
  return environment;
}

/** Runs a command to its end and keeps what it printed. */
export function run(command, args, { cwd = root, env = {} } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...workspaceEnvironment(cwd), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('error', (error) => resolve({ code: 1, output: `${output}${error.message}\n` }));
    child.on('close', (code, signal) => resolve({ code: code ?? 1, output: signal ? `${output}${signal}\n` : output }));
  });
}

export function pnpm(args, options) {
  return run('npx', ['--yes', `pnpm@${pnpmVersion}`, ...args], options);
}

/** pnpm copies the lockfile it installed from; when the two agree there is nothing to do. */
function isInstalled() {
  const [wanted, present] = ['pnpm-lock.yaml', 'node_modules/.pnpm/lock.yaml'].map((path) => join(root, path));
  return existsSync(present) && readFileSync(wanted, 'utf8') === readFileSync(present, 'utf8');
}

/** Installs what the lockfile names. Says nothing when there is nothing to install; exits when it fails. */
export async function install() {
  if (isInstalled()) return;
  console.log('Installing dependencies (once, about half a minute) ...');
  const { code, output } = await pnpm(['install', '--frozen-lockfile', '--prefer-offline']);
  if (code === 0) return;
  console.error(output);
  console.error('Installing the dependencies failed; the output above says why.');
  process.exit(1);
}

/**
 * Runs a shell command in front of the user, in its own process group, and ends the whole group when this
 * process is told to end or its parent is gone: no server outlives the command that started it.
 */
export function runInFront(command, { cwd = root } = {}) {
  const windows = process.platform === 'win32';
  const env = workspaceEnvironment(cwd);
  const child = spawn(command, { cwd, env, shell: true, stdio: 'inherit', detached: !windows });
  const end = (signal) => {
    try {
      if (windows) child.kill(signal);
      else process.kill(-child.pid, signal);
    } catch {
      // The group has ended already.
    }
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => end(signal));
  // npm passes SIGTERM to its shell, which ends without passing it on.
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && end('SIGTERM'), 500).unref();
  return new Promise((resolve) => {
    child.on('close', (code, signal) => resolve(code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1)));
  });
}

/** Whether a program can be found on the PATH. */
export function has(program) {
  return spawnSync(process.platform === 'win32' ? 'where' : 'which', [program], { stdio: 'ignore' }).status === 0;
}
