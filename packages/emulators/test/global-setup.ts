import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the stand-in for Whereby is, without a slash at the end. */
    wherebyUrl: string;
  }
}

/** Runs once, in Node, before the suites that join rooms of a stand-in: starts it and tells the pages where it is. */
export default async function setup(project: TestProject): Promise<() => void> {
  const server = fork(fileURLToPath(new URL('whereby-server.ts', import.meta.url)), {
    execArgv: ['--conditions=quietroom-source', '--disable-warning=ExperimentalWarning'],
  });
  const port = await new Promise<unknown>((resolve, reject) => {
    server.once('message', resolve);
    server.once('exit', (code) => {
      reject(new Error(`The stand-in for Whereby did not start (${String(code)}).`));
    });
  });
  project.provide('wherebyUrl', `http://127.0.0.1:${String(port)}`);
  return () => {
    server.kill();
  };
}
