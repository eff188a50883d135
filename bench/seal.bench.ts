import { join } from 'node:path';
import { openPages } from './browser/pages.ts';
import type { Bench } from './comparison.ts';
import { alternate } from './measure.ts';
import type { SealWork } from './seal/page.ts';

const messages = 500;
const rounds = 40;

const bench: Bench = {
  title: 'Seal',
  method: `One text of 200 bytes sealed, and opened, ${messages} times one after the other in Chromium: our envelope (header, padding to 256 bytes, 137 bytes of associated data) beside AES-256-GCM alone on the same bytes with a cached key.`,
  run: async (say) => {
    say('building the page');
    const pages = await openPages(join(import.meta.dirname, 'seal'), ['index.html']);
    try {
      const page = await pages.open('index.html');
      const microseconds = (work: SealWork) => async () =>
        ((await page.evaluate(async ([name, count]) => (await window.ready)[name](count), [work, messages] as const)) *
          1000) /
        messages;
      const comparison = async (what: string, ours: SealWork, bare: SealWork) => ({
        what,
        unit: 'µs per message',
        results: await alternate(
          [
            { name: 'Quietroom', measure: microseconds(ours) },
            { name: 'bare AES-GCM', measure: microseconds(bare) },
          ],
          rounds,
          (progress) => {
            say(`${what}, ${progress}`);
          },
        ),
        aims: [{ against: 'bare AES-GCM', by: 'ratio' as const, atMost: 2 }],
      });
      return [
        await comparison('seal 200 bytes', 'ourSeal', 'bareSeal'),
        await comparison('open 200 bytes', 'ourOpen', 'bareOpen'),
      ];
    } finally {
      await pages.close();
    }
  },
};

export default bench;
