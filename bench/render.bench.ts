import { join } from 'node:path';
import type { Page } from 'playwright';
import { openPages } from './browser/pages.ts';
import type { Bench, Comparison } from './comparison.ts';
import { alternate, type Contestant } from './measure.ts';

const rounds = 3;
const seconds = 2;
const messages = 2000;
const counts = [9, 49, 100];
const contestants = { Quietroom: 'quietroom.html', 'least React': 'least-react.html', 'plain DOM': 'plain-dom.html' };

/** What happens on the page, how often, in milliseconds. */
const loads = {
  levels: { what: 'levels of all at 10 Hz', every: 100 },
  mutes: { what: '10 mutes a second', every: 100 },
  churn: { what: '5 joins or leaves a second', every: 200 },
  chat: { what: `50 messages a second onto ${messages}`, every: 20 },
} as const;
type Load = keyof typeof loads;

/** Processor time the page's main thread has used, in milliseconds: what else the machine does is not in it. */
const used = async (page: Page) => {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN) * 1000;
  };
};

/** Lets it happen in the page for a while. */
const happen = (page: Page, load: Load, people: number) =>
  page.evaluate(
    async ({ load, people, every, milliseconds }) => {
      const { visitPage } = window;
      let turn = 0;
      const late = { here: false };
      const once = {
        levels: () => {
          visitPage.levels((person) => ((person * 7 + turn * 3) % 10) / 10);
        },
        mutes: () => {
          visitPage.mute(Math.floor(turn / 2) % people, turn % 2 === 0);
        },
        churn: () => {
          if (late.here) visitPage.leave(people);
          else visitPage.join(people);
          late.here = !late.here;
        },
        chat: () => {
          visitPage.receive(`One more line, number ${turn}`);
        },
      }[load];
      const timer = setInterval(() => {
        once();
        turn += 1;
      }, every);
      await new Promise((resolve) => setTimeout(resolve, milliseconds));
      clearInterval(timer);
      if (late.here) visitPage.leave(people);
      await new Promise((resolve) => setTimeout(resolve, 200));
    },
    { load, people, every: loads[load].every, milliseconds: seconds * 1000 },
  );

const bench: Bench = {
  title: 'Render',
  method: `Processor time of the main thread in Chromium, production build, everybody shown on a page of 2600 × 1800 and no pictures to decode, beside two pages of this repository that do the same work: plain DOM, and the least React that does it. Each figure is a run of ${seconds} s. Ours is the whole room, with announcements, names from a roster and the core behind it.`,
  run: async (say) => {
    say('building the pages');
    const pages = await openPages(join(import.meta.dirname, 'render'), Object.values(contestants));
    const comparisons: Comparison[] = [];
    const compare = async (people: number, chat: boolean, wanted: readonly Load[]) => {
      const open: { name: string; page: Page; time: () => Promise<number> }[] = [];
      for (const [name, html] of Object.entries(contestants)) {
        say(`${people} people${chat ? ` and ${messages} messages` : ''}: opening ${name}`);
        const page = await pages.open(html);
        await page.evaluate(([count, length]) => window.visitPage.show(count, length), [
          people,
          chat ? messages : null,
        ] as const);
        await page.waitForTimeout(2000);
        open.push({ name, page, time: await used(page) });
      }
      for (const load of wanted) {
        const { what } = loads[load];
        const measured: Contestant[] = open.map(({ name, page, time }) => ({
          name,
          measure: async () => {
            await page.bringToFront();
            const before = await time();
            await happen(page, load, people);
            return ((await time()) - before) / seconds;
          },
        }));
        const results = await alternate(measured, rounds, (progress) => {
          say(`${what}, ${people} people, ${progress}`);
        });
        const aim = chat
          ? { against: 'plain DOM', by: 'ratio' as const, atMost: 0.6 }
          : { against: 'least React', by: 'ratio' as const, atMost: 1.2 };
        const aims = chat ? [{ against: 'least React', by: 'ratio' as const, atMost: 1.2 }, aim] : [aim];
        comparisons.push({ what: `${what}, ${people} people`, unit: 'ms per second', results, aims });
      }
      for (const { page } of open) await page.context().close();
    };
    try {
      for (const people of counts) {
        await compare(people, false, ['levels', 'mutes', 'churn']);
        await compare(people, true, ['chat']);
      }
      return comparisons;
    } finally {
      await pages.close();
    }
  },
};

export default bench;
