import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { openPages } from '../browser/pages.ts';
import type { Bench, Comparison } from '../comparison.ts';
import { alternate, type Measured } from '../measure.ts';
import type { JoinTimes, VendorPage } from './in-page.ts';

const rounds = 20;

/** A vendor's stand-in, and how it hands out seats. */
export interface VendorUnderBench<Seat> {
  /** The folder of its page, for example `join-whereby`. */
  readonly folder: string;
  /** Attaches the stand-in to a server. `open` makes a new room, whose `seat` is one person's way in. */
  readonly attach: (server: Server) => {
    readonly open: () => { readonly seat: () => Seat };
    readonly close: () => void;
  };
}

declare global {
  interface Window {
    readonly vendorPage: VendorPage<unknown>;
  }
}

/** Somebody waits in a room and sends a picture; a fresh page joins them, through the adapter and on the bare client in turn. */
export const compareJoins = async <Seat>(
  { folder, attach }: VendorUnderBench<Seat>,
  say: Parameters<Bench['run']>[0],
): Promise<readonly Comparison[]> => {
  const server = createServer();
  const vendor = attach(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  say('building the page');
  const pages = await openPages(join(import.meta.dirname, '..', folder), ['index.html']);
  const open = () => pages.open(`index.html?vendor=${encodeURIComponent(`http://127.0.0.1:${port}`)}`);
  const times: Record<'adapter' | 'bare', JoinTimes[]> = { adapter: [], bare: [] };
  const joins = (how: 'adapter' | 'bare') => async () => {
    const room = vendor.open();
    const [waiting, page] = [await open(), await open()];
    await waiting.evaluate((seat) => window.vendorPage.wait(seat), room.seat());
    const taken = await page.evaluate(([name, seat]) => window.vendorPage[name](seat), [how, room.seat()] as const);
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
    vendor.close();
    server.closeAllConnections();
    server.close();
  }
};
