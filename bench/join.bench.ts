import { fork, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { openPages } from './browser/pages.ts';
import type { Bench } from './comparison.ts';
import { alternate } from './measure.ts';

const rounds = 10;

const start = async (path: string): Promise<{ process: ChildProcess; port: number }> => {
  const child = fork(join(import.meta.dirname, path), {
    execArgv: ['--conditions=quietroom-source', '--disable-warning=ExperimentalWarning'],
  });
  const port = await new Promise<unknown>((resolve, reject) => {
    child.once('message', resolve);
    child.once('exit', (code) => {
      reject(new Error(`${path} did not start (${String(code)}).`));
    });
  });
  return { process: child, port: Number(port) };
};

const bench: Bench = {
  title: 'Join, local',
  method:
    'From the press until the picture of somebody who was there before is drawn, in a fresh Chromium page with an open camera and no STUN or TURN: the local adapter (a pass from the server, proof of the key to the relay, then the connection) beside a script as quick starts have it, which asks nobody who anybody is (a socket, an offer, an answer, candidates).',
  run: async (say) => {
    const relay = await start('../packages/local/test/relay-server.ts');
    const signalling = await start('join/signalling.mjs');
    try {
      say('building the page');
      const pages = await openPages(join(import.meta.dirname, 'join'), ['index.html']);
      try {
        const open = () => pages.open(`index.html?relay=${relay.port}&signalling=${signalling.port}`);
        const joins = (wait: 'waitInOurs' | 'waitInRaw', enter: 'ours' | 'raw') => async () => {
          const room = randomUUID();
          const [waiting, page] = [await open(), await open()];
          await waiting.evaluate(([how, there]) => window.localJoin[how](there), [wait, room] as const);
          const taken = await page.evaluate(([how, there]) => window.localJoin[how](there), [enter, room] as const);
          await Promise.all([waiting, page].map((one) => one.context().close()));
          return taken;
        };
        const results = await alternate(
          [
            { name: 'Quietroom', measure: joins('waitInOurs', 'ours') },
            { name: 'raw script', measure: joins('waitInRaw', 'raw') },
          ],
          rounds,
          say,
        );
        const aims = [{ against: 'raw script', by: 'difference' as const, atMost: 5 }];
        return [{ what: 'until the other’s picture', unit: 'ms', results, aims }];
      } finally {
        await pages.close();
      }
    } finally {
      relay.process.kill();
      signalling.process.kill();
    }
  },
};

export default bench;
