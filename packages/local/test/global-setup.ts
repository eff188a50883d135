import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the conformance suite's server is, without a slash at the end. */
    clinicUrl: string;
  }
}

/** Runs once, in Node, before the conformance suite: starts its relay and tells the pages where it is. */
export default async function setup(project: TestProject): Promise<() => void> {
  // Its own process reads the packages' sources as they are; what runs in this one is resolved by the test runner.
  const server = fork(fileURLToPath(new URL('relay-server.ts', import.meta.url)), {
    execArgv: ['--conditions=quietroom-source', '--disable-warning=ExperimentalWarning'],
  });
  const port = await new Promise<unknown>((resolve, reject) => {
    server.once('message', resolve);
    server.once('exit', (code) => {
      reject(new Error(`The relay of the conformance suite did not start (${String(code)}).`));
    });
  });
  project.provide('clinicUrl', `http://127.0.0.1:${String(port)}`);
  return () => {
    server.kill();
  };
}
