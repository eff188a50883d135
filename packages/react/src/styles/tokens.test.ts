import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { contrastOf, laidOn, readColour } from '../../test/colour.ts';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const sheet = read('./tokens.css');

type Tokens = ReadonlyMap<string, string>;

/** What the rule sets whose selector and conditions end so. */
const ruleAfter = (text: string, opening: string): Tokens => {
  const start = text.indexOf(opening);
  if (start < 0) throw new Error(`There is no rule that begins ${opening}`);
  const block = text.slice(start + opening.length, text.indexOf('}', start + opening.length));
  return new Map(
    [...block.matchAll(/(--qr-[\w-]+):\s*([^;]+?)(?:\s*!important)?;/g)].map(([, name = '', value = '']) => [
      name,
      value.replace(/\s+/g, ' '),
    ]),
  );
};

const base = ruleAfter(sheet, '\n.qr-root {');
const dark = ruleAfter(sheet, ".qr-root[data-qr-theme='dark'] {");
const darkBySystem = ruleAfter(sheet, ".qr-root:not([data-qr-theme='light']) {");
const contrastBySystem = ruleAfter(sheet, '@media (prefers-contrast: more) {\n    .qr-root {');
const contrast = ruleAfter(sheet, "  }\n\n  .qr-root[data-qr-theme='contrast'] {");

const brands = readdirSync(new URL('../../brands', import.meta.url)).filter((file) => file.endsWith('.css'));
const looks: [name: string, tokens: Tokens, scheme: 'light' | 'dark', text: number][] = [
  ['light', base, 'light', 4.5],
  ['dark', new Map([...base, ...dark]), 'dark', 4.5],
  ['more contrast, light', new Map([...base, ...contrastBySystem]), 'light', 7],
  ['more contrast, dark', new Map([...base, ...dark, ...contrastBySystem]), 'dark', 7],
  ...brands.flatMap((file): typeof looks => {
    const brand = ruleAfter(read(`../../brands/${file}`), '.qr-root {');
    return [
      [`${file}, light`, new Map([...base, ...brand]), 'light', 4.5],
      [`${file}, dark`, new Map([...base, ...dark, ...brand]), 'dark', 4.5],
      [`${file}, more contrast`, new Map([...base, ...brand, ...contrastBySystem]), 'light', 7],
    ];
  }),
];

const grounds = ['paper', 'surface', 'sunk', 'accent-soft'] as const;
const onGrounds = (...front: string[]) => front.flatMap((name) => grounds.map((ground) => [name, ground] as const));

/** What is written on what. */
const written = [
  ...onGrounds('ink', 'ink-soft', 'accent', 'accent-strong'),
  ...(['danger', 'warn', 'good'] as const).flatMap((tone) => [
    [tone, 'paper'] as const,
    [tone, 'surface'] as const,
    [tone, `${tone}-soft`] as const,
    ['ink', `${tone}-soft`] as const,
    ['ink-soft', `${tone}-soft`] as const,
    ['surface', tone] as const,
  ]),
  ['danger', 'accent-soft'],
  ['on-accent', 'accent'],
  ['on-accent', 'accent-strong'],
  ['on-danger', 'danger'],
  ['on-danger', 'danger-strong'],
  ['paper', 'ink'],
  ['on-tile', 'tile'],
  ['on-tile', 'tile-end'],
] as const;

/** What must be seen to know where something is, how it stands and where the focus is. */
const drawn = [
  ['line-strong', 'paper'],
  ['line-strong', 'surface'],
  ['accent', 'paper'],
  ['accent', 'surface'],
  ['accent', 'sunk'],
  ['danger', 'surface'],
  // The ring lies between two lines of the surface, over whatever else (see base.css).
  ['focus', 'surface'],
  ['focus', 'paper'],
] as const;

describe.each(looks)('%s', (_name, tokens, scheme, text) => {
  const colour = (name: string) => readColour(`var(--qr-${name})`, tokens, scheme);
  const belowOf = (pairs: readonly (readonly [string, string])[], least: number) =>
    pairs
      .map(([front, back]) => [front, back, contrastOf(colour(front), colour(back))] as const)
      .filter(([, , contrast]) => contrast < least)
      .map(([front, back, contrast]) => `${front} on ${back}: ${contrast.toFixed(2)}`);

  test(`text has a contrast of ${text} or more`, () => {
    expect(belowOf(written, text)).toEqual([]);
  });

  test('lines, signs and the ring of the focus have a contrast of 3 or more', () => {
    expect(belowOf(drawn, 3)).toEqual([]);
  });

  test('white is read on the veil over any picture', () => {
    const overWhite = laidOn(colour('veil'), [255, 255, 255, 1]);
    expect(contrastOf([255, 255, 255, 1], overWhite)).toBeGreaterThanOrEqual(text);
  });
});

test('the same theme is the same, asked for by the system or by the host', () => {
  expect(darkBySystem).toEqual(dark);
  expect(contrastBySystem).toEqual(contrast);
});
