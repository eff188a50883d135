import { join } from 'node:path';
import { openPages } from './browser/pages.ts';
import type { Bench, Comparison } from './comparison.ts';
import type { Measured } from './measure.ts';

const people = 4;
const warmUps = 10;
const cycles = 30;
const repetitions = 3;
const contestants = { Quietroom: 'quietroom.html', 'least React': 'least-react.html', 'plain DOM': 'plain-dom.html' };

const bench: Bench = {
  title: 'Leak',
  method: `What is left of a room with ${people} people that was mounted, joined by one more, left by them and taken away, ${cycles} times after ${warmUps} to warm up, in a page of its own, after garbage was collected. Ours includes a visit, its keys and a fake room, new in every cycle.`,
  run: async (say) => {
    say('building the pages');
    const pages = await openPages(join(import.meta.dirname, 'render'), Object.values(contestants));
    const figures = { heap: 'kB of heap', nodes: 'nodes', listeners: 'listeners' } as const;
    const left: Record<keyof typeof figures, Record<string, number[]>> = { heap: {}, nodes: {}, listeners: {} };
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
          await cycle(warmUps);
          const before = await held();
          await cycle(cycles);
          const after = await held();
          for (const figure of ['heap', 'nodes', 'listeners'] as const)
            (left[figure][name] ??= []).push((after[figure] - before[figure]) / cycles);
          await page.context().close();
        }
      }
      const results = (figure: keyof typeof figures): Measured[] =>
        Object.entries(left[figure]).map(([name, values]) => ({ name, values }));
      return (['heap', 'nodes', 'listeners'] as const).map((figure): Comparison => ({
        what: `${figure} a cycle`,
        unit: figures[figure],
        results: results(figure),
        aims: [{ by: 'value', atMost: figure === 'heap' ? 1 : 0 }],
      }));
    } finally {
      await pages.close();
    }
  },
};

export default bench;
