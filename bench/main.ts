// pnpm bench            every bench
// pnpm bench seal join  those whose file names start so
// pnpm bench --write    also puts the tables into docs/performance.md
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg } from 'node:os';
import { toTable, type Bench } from './comparison.ts';

const page = new URL('../docs/performance.md', import.meta.url);
const suffix = '.bench.ts';

const asked = process.argv.slice(2);
const write = asked.includes('--write');
const wanted = asked.filter((word) => !word.startsWith('--'));
const names = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith(suffix))
  .map((file) => file.slice(0, -suffix.length))
  .filter((name) => wanted.length === 0 || wanted.some((start) => name.startsWith(start)));

if (names.length === 0) {
  console.error(`No bench is called ${wanted.join(' or ')}.`);
  process.exit(2);
}

const started = performance.now();
const say = (text: string) => {
  const seconds = ((performance.now() - started) / 1000).toFixed(0).padStart(4);
  process.stderr.write(`${seconds} s  ${text}\n`);
};

/** Puts a result where the page has its place for it, between two comments. */
const keep = (name: string, text: string) => {
  const [begin, end] = [`<!-- bench ${name} -->`, `<!-- end of bench ${name} -->`];
  const before = readFileSync(page, 'utf8');
  const [from, to] = [before.indexOf(begin), before.indexOf(end)];
  if (from < 0 || to < 0) throw new Error(`docs/performance.md has no place for ${name}: add "${begin}" and "${end}".`);
  writeFileSync(page, `${before.slice(0, from + begin.length)}\n\n${text}\n\n${before.slice(to)}`);
};

for (const name of names) {
  const { default: bench } = (await import(`./${name}${suffix}`)) as { readonly default: Bench };
  const before = loadavg()[0] ?? NaN;
  const comparisons = await bench.run((progress) => {
    say(`${name}: ${progress}`);
  });
  const machine = `${new Date().toISOString().slice(0, 10)}, ${availableParallelism()} cores of ${cpus()[0]?.model ?? 'an unknown make'}, Node ${process.versions.node}, load ${before.toFixed(1)} before and ${(loadavg()[0] ?? NaN).toFixed(1)} after`;
  const table = toTable(comparisons);
  console.log(`\n## ${bench.title}\n${bench.method}\n${machine}\n\n${table}\n`);
  if (write) keep(name, `${bench.method}\n\n${table}\n\n${machine}.`);
}
