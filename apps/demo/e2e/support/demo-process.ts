import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const demo = fileURLToPath(new URL('../..', import.meta.url));

/** A demo server of the specs' own, started as `npm start` starts it. */
export interface DemoProcess {
  readonly port: number;
  /** What it has written so far, which should never be more than its address. */
  output(): string;
  stop(): Promise<void>;
}

/** Starts the demo on a free port. `pages` is the build to serve, from the demo's folder. */
export const startDemo = async (environment: Readonly<Record<string, string>> = {}): Promise<DemoProcess> => {
  const child = spawn(process.execPath, ['--conditions=quietroom-source', 'server/main.ts'], {
    cwd: demo,
    env: { ...process.env, PORT: '0', ...environment, NODE_OPTIONS: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const exited = once(child, 'exit');
  const port = await new Promise<number>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      const found = /http:\/\/[^\s:]+:(\d+)/.exec(output)?.[1];
      if (found !== undefined) resolve(Number(found));
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.on('error', reject);
    child.on('exit', () => {
      reject(new Error(`The demo server ended before it listened:\n${output}`));
    });
  });
  return {
    port,
    output: () => output,
    stop: async () => {
      child.kill('SIGTERM');
      await exited;
    },
  };
};
