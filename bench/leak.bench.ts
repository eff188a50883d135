import { join } from 'node:path';
import { openPages } from './browser/pages.ts';
import type { Bench, Comparison } from './comparison.ts';
import type { Measured } from './measure.ts';

const people = 4;
const warmUps = 10;
const cycles = 30;
/** By then the engine has compiled what it is going to: what is left after that is somebody's. */
const compiled = 130;
const lateCycles = 60;
const repetitions = 3;
const contestants = { Quietroom: 'quietroom.html', 'least React': 'least-react.html', 'plain DOM': 'plain-dom.html' };

const figures = {
  early: { what: `heap a cycle, after ${warmUps}`, unit: 'kB of heap' },
  late: { what: `heap a cycle, after ${compiled}`, unit: 'kB of heap', atMost: 1 },
  nodes: { what: 'nodes a cycle', unit: 'nodes', atMost: 0 },
  listeners: { what: 'listeners a cycle', unit: 'listeners', atMost: 0 },
} as const satisfies Record<string, { what: string; unit: string; atMost?: number }>;
type Figure = keyof typeof figures;

const bench: Bench = {
  title: 'Leak',
  method: `What is left of a room with ${people} people that was mounted, joined by one more, left by them and taken away, in a page of its own, after garbage was collected: ${cycles} times after ${warmUps} to warm up, when the engine still compiles and its machine code counts as heap, and ${lateCycles} times after ${compiled}. Ours includes a visit, its keys and a fake room, new in every cycle.`,
  run: async (say) => {
    say('building the pages');
    const pages = await openPages(join(import.meta.dirname, 'render'), Object.values(contestants));
    const left: Record<Figure, Record<string, number[]>> = {
      early: {},
      late: {},
      nodes: {},
      listeners: {},
    };
    try {
      for (let repetition = 1; repetition <= repetitions; repetition += 1) {
        for (const [name, html] of Object.entries(contestants)) {
          say(`round ${repetition} of ${repetitions}: ${name}`);
          const page = await pages.open(html, { width: 1280, height: 720 });
          const session = await page.context().newCDPSession(page);
          await session.send('Performance.enable');
          const cycle = (count: number) =>
            page.evaluate(
              async ([times, present]) => {
                const frame = () => new Promise(requestAnimationFrame);
                for (let turn = 0; turn < times; turn += 1) {
                  await window.visitPage.show(present, null);
                  window.visitPage.join(present);
                  await frame();
                  window.visitPage.leave(present);
                  await frame();
                  window.visitPage.unmount();
                  await frame();
                }
                await new Promise((resolve) => setTimeout(resolve, 500));
              },
              [count, people] as const,
            );
          const held = async () => {
            for (let turn = 0; turn < 3; turn += 1) await session.send('HeapProfiler.collectGarbage');
            const { metrics } = await session.send('Performance.getMetrics');
            const value = (metric: string) => metrics.find((one) => one.name === metric)?.value ?? NaN;
            return {
              heap: value('JSHeapUsedSize') / 1000,
              nodes: value('Nodes'),
              listeners: value('JSEventListeners'),
            };
          };
          const keep = (figure: Figure, value: number) => (left[figure][name] ??= []).push(value);
          await cycle(warmUps);
          const before = await held();
          await cycle(cycles);
          keep('early', ((await held()).heap - before.heap) / cycles);
          await cycle(compiled - warmUps - cycles);
          const ready = await held();
          await cycle(lateCycles);
          const after = await held();
          keep('late', (after.heap - ready.heap) / lateCycles);
          for (const figure of ['nodes', 'listeners'] as const)
            keep(figure, (after[figure] - before[figure]) / (compiled - warmUps + lateCycles));
          await page.context().close();
        }
      }
      const results = (figure: Figure): Measured[] =>
        Object.entries(left[figure]).map(([name, values]) => ({ name, values }));
      return (Object.keys(figures) as Figure[]).map((figure): Comparison => {
        const { what, unit, ...rest } = figures[figure];
        const aims = 'atMost' in rest ? [{ by: 'value' as const, atMost: rest.atMost }] : [];
        return { what, unit, results: results(figure), aims };
      });
    } finally {
      await pages.close();
    }
  },
};

export default bench;
