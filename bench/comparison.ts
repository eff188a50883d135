import { median, type Measured } from './measure.ts';

/** What the first contestant of a comparison should reach. */
export interface Aim {
  /** The contestant it is held against; left out where the figure itself is the aim. */
  readonly against?: string;
  /** `ratio` to the other's median, `difference` from it, or the `value` itself. */
  readonly by: 'ratio' | 'difference' | 'value';
  readonly atMost: number;
}

/** One line of a bench: the same work, done by several. */
export interface Comparison {
  /** For example `levels at 10 Hz, 49 people`. */
  readonly what: string;
  /** Of every figure in it, for example `ms of main thread per second`. */
  readonly unit: string;
  /** Ours first. */
  readonly results: readonly Measured[];
  readonly aims: readonly Aim[];
}

/** A bench that `pnpm bench <name>` runs: the default export of `bench/<name>.bench.ts`. */
export interface Bench {
  readonly title: string;
  /** How it is measured, in a sentence or two; stands above the table. */
  readonly method: string;
  /** @param say told how far it is, in few words. */
  readonly run: (say: (progress: string) => void) => Promise<readonly Comparison[]>;
}

const figure = (value: number): string =>
  Math.abs(value) >= 100 ? value.toFixed(0) : Math.abs(value) >= 10 ? value.toFixed(1) : value.toFixed(2);

/** How an aim turned out. */
export function judge({ results }: Comparison, { against, by, atMost }: Aim): { reached: number; met: boolean } {
  const ours = median(results[0]?.values ?? []);
  const other = median(results.find(({ name }) => name === against)?.values ?? []);
  const reached = by === 'value' ? ours : by === 'ratio' ? ours / other : ours - other;
  return { reached, met: reached <= atMost };
}

const sayAim = (comparison: Comparison, aim: Aim): string => {
  const { reached, met } = judge(comparison, aim);
  const mark = aim.by === 'ratio' ? '×' : aim.by === 'difference' ? '+' : '';
  const shown = aim.by === 'ratio' ? `${figure(reached)} ×` : `${reached >= 0 ? mark : ''}${figure(reached)}`;
  const limit = aim.by === 'ratio' ? `${aim.atMost} ×` : `${mark}${aim.atMost}`;
  return `${shown}${aim.against === undefined ? '' : ` ${aim.against}`} (aim ≤ ${limit}: ${met ? 'met' : '**missed**'})`;
};

/** The comparisons as a Markdown table: medians, and in brackets the least and the most of all runs. */
export function toTable(comparisons: readonly Comparison[]): string {
  const names = [...new Set(comparisons.flatMap(({ results }) => results.map(({ name }) => name)))];
  const cells = comparisons.map((comparison) => [
    comparison.what,
    ...names.map((name) => {
      const values = comparison.results.find((result) => result.name === name)?.values ?? [];
      if (values.length === 0) return '–';
      return `${figure(median(values))} (${figure(Math.min(...values))}–${figure(Math.max(...values))})`;
    }),
    comparison.unit,
    comparison.aims.map((aim) => sayAim(comparison, aim)).join('; ') || '–',
  ]);
  const line = (row: readonly string[]) => `| ${row.join(' | ')} |`;
  return [
    line(['work', ...names, 'unit', 'result']),
    line(['---', ...names.map(() => '--:'), '---', '---']),
    ...cells.map(line),
  ].join('\n');
}
