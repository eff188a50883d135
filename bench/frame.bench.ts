import { join } from 'node:path';
import type { Page } from 'playwright';
import { openPages } from './browser/pages.ts';
import type { Bench } from './comparison.ts';
import { alternate, type Measured } from './measure.ts';

const people = 4;
const rounds = 36;
const contestants = { Quietroom: 'quietroom.html', 'least React': 'least-react.html', 'plain DOM': 'plain-dom.html' };

const bench: Bench = {
  title: 'Frame',
  method: `From the event that somebody’s picture is there until it is attached to an element, and until the first frame of it has been presented: ${people} people, a picture that changes 60 times a second, ${rounds} arrivals one by one, beside plain DOM and the least React that does it in a layout effect.`,
  run: async (say) => {
    say('building the pages');
    const pages = await openPages(join(import.meta.dirname, 'frame'), Object.values(contestants));
    const attached = new Map<string, number[]>();
    const arrives = (name: string, page: Page) => async () => {
      await page.bringToFront();
      const { attached: at, painted } = await page.evaluate(async (most) => {
        const person = Math.floor(Math.random() * most);
        await new Promise((resolve) => setTimeout(resolve, 200 + Math.random() * 20));
        const taken = await window.framePage.arrive(person);
        await window.framePage.go(person);
        return taken;
      }, people);
      attached.set(name, [...(attached.get(name) ?? []), at]);
      return painted;
    };
    try {
      const open: { name: string; measure: () => Promise<number> }[] = [];
      for (const [name, html] of Object.entries(contestants)) {
        const page = await pages.open(html, { width: 1280, height: 720 });
        await page.evaluate((count) => window.framePage.show(count), people);
        open.push({ name, measure: arrives(name, page) });
      }
      const painted = await alternate(open, rounds, say);
      // The first of each warmed up.
      const reached: Measured[] = open.map(({ name }) => ({ name, values: (attached.get(name) ?? []).slice(1) }));
      const aims = [{ against: 'plain DOM', by: 'difference' as const, atMost: 2 }];
      return [
        { what: 'until attached', unit: 'ms', results: reached, aims },
        { what: 'until the first frame', unit: 'ms', results: painted, aims },
      ];
    } finally {
      await pages.close();
    }
  },
};

export default bench;
