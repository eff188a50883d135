import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the stand-in for Whereby is, without a slash at the end. */
    wherebyUrl: string;
    /** Where the stand-in for 100ms is, without a slash at the end. */
    hmsUrl: string;
  }
}

/** Starts a stand-in in a process of its own. */
const start = async (file: string): Promise<{ readonly url: string; readonly stop: () => void }> => {
  const server = fork(fileURLToPath(new URL(file, import.meta.url)), {
    execArgv: ['--conditions=quietroom-source', '--disable-warning=ExperimentalWarning'],
  });
  const port = await new Promise<unknown>((resolve, reject) => {
    server.once('message', resolve);
    server.once('exit', (code) => {
      reject(new Error(`The stand-in of ${file} did not start (${String(code)}).`));
    });
  });
  return {
    url: `http://127.0.0.1:${String(port)}`,
    stop: () => {
      server.kill();
    },
  };
};

/** Runs once, in Node, before the suites that join rooms of a stand-in: starts them and tells the pages where they are. */
export default async function setup(project: TestProject): Promise<() => void> {
  const [whereby, hms] = await Promise.all([start('whereby-server.ts'), start('100ms-server.ts')]);
  project.provide('wherebyUrl', whereby.url);
  project.provide('hmsUrl', hms.url);
  return () => {
    whereby.stop();
    hms.stop();
  };
}
