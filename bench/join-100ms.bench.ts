import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { attachHmsEmulator } from '@quietroom/emulators/100ms';
import { openPages } from './browser/pages.ts';
import type { Bench } from './comparison.ts';
import type { BenchSeat, JoinTimes } from './join-100ms/page.ts';
import { alternate, type Measured } from './measure.ts';

const rounds = 10;

const bench: Bench = {
  title: 'Join, 100ms',
  method:
    'A clinician with an open camera joins a room of the local stand-in, in a fresh Chromium page, with somebody in it who sends a picture: through the adapter and on the bare store, by preview and join, muted, both. Both load the vendor’s code after the press.',
  run: async (say) => {
    const vendor = createServer();
    const emulator = attachHmsEmulator(vendor);
    await new Promise<void>((resolve) => vendor.listen(0, '127.0.0.1', resolve));
    const { port } = vendor.address() as AddressInfo;
    say('building the page');
    const pages = await openPages(join(import.meta.dirname, 'join-100ms'), ['index.html']);
    const open = () => pages.open(`index.html?vendor=${encodeURIComponent(`http://127.0.0.1:${port}`)}`);
    const times: Record<'adapter' | 'bare', JoinTimes[]> = { adapter: [], bare: [] };
    const joins = (how: 'adapter' | 'bare') => async () => {
      const { registry } = emulator;
      const room = registry.createRoom();
      const seat = (): BenchSeat => {
        const userId = randomUUID();
        return { roomId: room.id, userId, token: registry.mintToken({ roomId: room.id, userId, role: 'clinician' }) };
      };
      const [waiting, page] = [await open(), await open()];
      await waiting.evaluate((there) => window.joinHms.wait(there), seat());
      const taken = await page.evaluate(([name, there]) => window.joinHms[name](there), [how, seat()] as const);
      times[how].push(taken);
      await Promise.all([waiting, page].map((one) => one.context().close()));
      return taken.inside;
    };
    try {
      const inside = await alternate(
        [
          { name: 'Quietroom', measure: joins('adapter') },
          { name: 'bare SDK', measure: joins('bare') },
        ],
        rounds,
        say,
      );
      // The first of each warmed up.
      const picture: Measured[] = (['adapter', 'bare'] as const).map((how) => ({
        name: how === 'adapter' ? 'Quietroom' : 'bare SDK',
        values: times[how].slice(1).map((one) => one.picture),
      }));
      const aims = [{ against: 'bare SDK', by: 'ratio' as const, atMost: 1.15 }];
      return [
        { what: 'until in the room', unit: 'ms', results: inside, aims },
        { what: 'until the other’s picture', unit: 'ms', results: picture, aims },
      ];
    } finally {
      await pages.close();
      emulator.close();
      vendor.closeAllConnections();
      vendor.close();
    }
  },
};

export default bench;
