import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const folder = new URL('../hazards/', import.meta.url);
const sources = new URL('./', import.meta.url);
const read = (file: string, from: URL) => readFileSync(new URL(file, from), 'utf8');
const titles = (text: string) =>
  [...text.matchAll(/\b(?:it|test)(?:\.each\([\s\S]*?\]?(?: as const)?\))?\(\s*(['`"])(.*?)\1\s*,/g)].map(
    ([, , title]) => title ?? '',
  );

const rows = read('README.md', folder)
  .split('\n')
  .map((line) => /^\| (.+?)\s+\| `(.+?)`: (.+?)\s+\| `(.+?)`: (.+?)\s+\|$/.exec(line))
  .filter((row) => row !== null);

it('every hazard names the test that shows it and the test that proves it disarmed', () => {
  expect(rows.length).toBeGreaterThan(15);
  for (const [, hazard, shownIn = '', shownBy, disarmedIn = '', disarmedBy] of rows) {
    expect(titles(read(shownIn, folder)), hazard).toContain(shownBy);
    expect(titles(read(disarmedIn, sources)), hazard).toContain(disarmedBy);
  }
});

it('no test of a hazard is left out', () => {
  const named = new Set(rows.map(([, , file, title]) => `${file}: ${title}`));
  const there = readdirSync(folder)
    .filter((file) => file.endsWith('.hazard.ts'))
    .flatMap((file) => titles(read(file, folder)).map((title) => `${file}: ${title}`));
  expect(there.filter((one) => !named.has(one))).toEqual([]);
});
