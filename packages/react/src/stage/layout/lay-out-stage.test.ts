import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Box, Size } from './box.ts';
import { narrowest, widest } from './fit-cells.ts';
import { leastInterpreter } from './interpreter-place.ts';
import { layOutStage, leastBeside, leastTile, type StageContents, type StageLayout } from './lay-out-stage.ts';

const pixel = 0.5;
const rem = 16;
const sizes: fc.Arbitrary<Size> = fc.record({
  inline: fc.integer({ min: 280, max: 3000 }),
  block: fc.integer({ min: 280, max: 3000 }),
});
const contents: fc.Arbitrary<StageContents> = fc
  .record({
    people: fc.integer({ min: 0, max: 100 }),
    shares: fc.integer({ min: 0, max: 2 }),
    pinned: fc.boolean(),
    view: fc.constantFrom('grid', 'speaker', undefined),
  })
  .map((drawn) => ({ ...drawn, shares: Math.min(drawn.shares, drawn.people) }));
const pages = fc.nat({ max: 120 });

const end = ({ inlineStart, inline }: Box) => inlineStart + inline;
const bottom = ({ blockStart, block }: Box) => blockStart + block;
const overlap = (one: Box, other: Box) =>
  one.inlineStart + pixel < end(other) &&
  other.inlineStart + pixel < end(one) &&
  one.blockStart + pixel < bottom(other) &&
  other.blockStart + pixel < bottom(one);
const everything = ({ large, cells, self, pager }: StageLayout) => [
  ...large,
  ...cells,
  self,
  ...(pager ? [pager] : []),
];
const always = (holds: (layout: StageLayout, size: Size, contents: StageContents) => void) => {
  fc.assert(
    fc.property(sizes, contents, pages, (size, what, page) => {
      holds(layOutStage(size, what, page, rem), size, what);
    }),
    { numRuns: 1000 },
  );
};

describe('on a stage of 280 to 3,000 pixels with up to 100 people', () => {
  it('nothing overlaps, but the own picture a single other', () => {
    always((layout) => {
      const boxes = everything(layout).filter((box) => layout.kind !== 'single' || box !== layout.self);
      const pair = boxes.flatMap((box, index) => boxes.slice(index + 1).map((other) => [box, other] as const));
      expect(pair.find(([one, other]) => overlap(one, other))).toBeUndefined();
    });
  });

  it('the own picture stays clear of where a face is', () => {
    always(({ kind, cells: [tile], self }) => {
      if (kind !== 'single' || tile === undefined) return;
      const face = {
        inlineStart: tile.inlineStart + tile.inline / 4,
        inline: tile.inline / 2,
        blockStart: tile.blockStart + tile.block * 0.1,
        block: tile.block * 0.6,
      };
      expect(overlap(self, face)).toBe(false);
    });
  });

  it('everything is inside', () => {
    always((layout, size) => {
      for (const box of everything(layout)) {
        expect(Math.min(box.inlineStart, box.blockStart)).toBeGreaterThan(-pixel);
        expect(end(box)).toBeLessThan(size.inline + pixel);
        expect(bottom(box)).toBeLessThan(size.block + pixel);
      }
    });
  });

  it('no tile is smaller than its least size, or out of shape', () => {
    always(({ kind, cells, self }) => {
      const least = kind === 'grid' || kind === 'single' ? leastTile : leastBeside;
      for (const { inline, block } of kind === 'single' ? cells : [...cells, self]) {
        expect(inline).toBeGreaterThan(least.inline * rem - pixel);
        expect(block).toBeGreaterThan(least.block * rem - pixel);
        expect(inline / block).toBeGreaterThan(narrowest - 0.01);
        expect(inline / block).toBeLessThan(widest + 0.01);
      }
    });
  });

  it('what is large is larger than what stands beside it', () => {
    always(({ large, cells }) => {
      const [main] = large;
      const [beside] = cells;
      if (!main || !beside || large.length > 2) return;
      expect(main.inline * main.block).toBeGreaterThan(beside.inline * beside.block);
    });
  });

  it('tiles stand in their order, line by line, all of one size', () => {
    always(({ cells, self }) => {
      cells.forEach((cell, index) => {
        const next = cells[index + 1];
        if (!next) return;
        expect(next).toMatchObject({ inline: cell.inline, block: cell.block });
        expect(next.blockStart > cell.blockStart || next.inlineStart > cell.inlineStart).toBe(true);
      });
      if (cells[1] && cells[0]) expect(self).toMatchObject({ inline: cells[0].inline, block: cells[0].block });
    });
  });

  it('everybody is large or on exactly one page, in their order, and turning a page changes no size', () => {
    fc.assert(
      fc.property(sizes, contents, (size, what) => {
        const first = layOutStage(size, what, 0, rem);
        const promoted = first.large.length - what.shares;
        let next = 0;
        for (let page = 0; page < first.pages; page += 1) {
          const layout = layOutStage(size, what, page, rem);
          expect(layout).toMatchObject({ page, pages: first.pages, from: next, kind: first.kind, large: first.large });
          expect(layout.cells[0]?.inline).toBe(first.cells[0]?.inline);
          next += layout.cells.length;
        }
        expect(next + promoted).toBe(what.people);
      }),
    );
  });
});

describe('with interpreters, on a stage from the narrowest phone to the widest screen', () => {
  const least = { inline: leastInterpreter.inline * rem, block: leastInterpreter.block * rem };
  const withInterpreters = fc
    .record({
      what: contents,
      interpreters: fc.integer({ min: 1, max: 3 }),
      swapped: fc.boolean(),
    })
    .map(({ what, interpreters, swapped }) => ({
      ...what,
      interpreters,
      swapped,
      people: Math.max(what.people, interpreters),
    }));
  const stages: fc.Arbitrary<Size> = fc.record({
    inline: fc.integer({ min: 240, max: 3000 }),
    block: fc.integer({ min: 120, max: 3000 }),
  });
  const alwaysHere = (
    holds: (layout: StageLayout, size: Size, contents: StageContents & { readonly interpreters: number }) => void,
  ) => {
    fc.assert(
      fc.property(stages, withInterpreters, pages, (size, what, page) => {
        holds(layOutStage(size, what, page, rem), size, what);
      }),
      { numRuns: 2000 },
    );
  };

  it('one has a place of at least 240 × 180 pixels, whatever else there is, and a sixth of a stage of usual size', () => {
    alwaysHere(({ interpreters }, size) => {
      expect(interpreters.length).toBeGreaterThan(0);
      for (const { inline, block } of interpreters) {
        expect(inline).toBeGreaterThan(least.inline - pixel);
        expect(block).toBeGreaterThan(least.block - pixel);
        expect(inline / block).toBeGreaterThan(narrowest - 0.01);
        expect(inline / block).toBeLessThan(widest + 0.01);
      }
      if (Math.max(size.inline, size.block) > 1280 || size.inline > 2 * size.block || size.block > 2 * size.inline)
        return;
      const shown = interpreters.reduce((sum, { inline, block }) => sum + inline * block, 0);
      expect(shown).toBeGreaterThan((size.inline * size.block) / 6);
    });
  });

  it('nothing overlaps it: no tile, no screen, not the own picture, not the pager', () => {
    alwaysHere((layout) => {
      for (const box of layout.interpreters) {
        expect(everything(layout).find((other) => overlap(box, other))).toBeUndefined();
        expect(overlap(box, layout.place)).toBe(false);
        expect(layout.interpreters.filter((other) => other !== box && overlap(box, other))).toEqual([]);
      }
    });
  });

  it('everybody else is in the place that is left, and as large as without interpreters', () => {
    alwaysHere((layout) => {
      const { place } = layout;
      for (const box of everything(layout)) {
        expect(box.inlineStart).toBeGreaterThan(place.inlineStart - pixel);
        expect(box.blockStart).toBeGreaterThan(place.blockStart - pixel);
        expect(end(box)).toBeLessThan(end(place) + pixel);
        expect(bottom(box)).toBeLessThan(bottom(place) + pixel);
      }
      for (const { inline, block } of layout.cells) {
        expect(inline).toBeGreaterThan(leastBeside.inline * rem - pixel);
        expect(block).toBeGreaterThan(leastBeside.block * rem - pixel);
      }
      const boxes = everything(layout).filter((box) => layout.kind !== 'single' || box !== layout.self);
      const pair = boxes.flatMap((box, index) => boxes.slice(index + 1).map((other) => [box, other] as const));
      expect(pair.find(([one, other]) => overlap(one, other))).toBeUndefined();
    });
  });

  it('a stage that is high enough is not outgrown, and one that is not says how high it must be', () => {
    alwaysHere(({ leastBlock, place, interpreters }, size, { shares, people }) => {
      const lowest = Math.max(bottom(place), ...interpreters.map(bottom));
      expect(lowest).toBeLessThan(Math.max(size.block, leastBlock) + pixel);
      // A phone held upright, with one other: nothing to scroll.
      if (people <= 2 && shares === 0) expect(leastBlock).toBeLessThanOrEqual(19 * rem + 1);
    });
  });

  it('it stays where it is and as large while pages turn, somebody speaks, is pinned, or the view changes', () => {
    fc.assert(
      fc.property(stages, withInterpreters, withInterpreters, pages, (size, what, other, page) => {
        const same = {
          people: what.people,
          shares: what.shares,
          interpreters: what.interpreters,
          swapped: what.swapped,
        };
        const { interpreters } = layOutStage(size, what, 0, rem);
        expect(layOutStage(size, { ...other, ...same }, page, rem).interpreters).toEqual(interpreters);
      }),
    );
  });

  it('everybody has a place of their own, is large, or on exactly one page', () => {
    fc.assert(
      fc.property(stages, withInterpreters, (size, what) => {
        const first = layOutStage(size, what, 0, rem);
        let next = 0;
        for (let page = 0; page < first.pages; page += 1) {
          const layout = layOutStage(size, what, page, rem);
          expect(layout).toMatchObject({ page, from: next, large: first.large, interpreters: first.interpreters });
          next += layout.cells.length;
        }
        expect(next + first.large.length - what.shares + first.interpreters.length).toBe(what.people);
      }),
    );
  });

  it('changing places makes it larger, where the stage has room', () => {
    const desk = { inline: 1200, block: 700 };
    const phone = { inline: 374, block: 600 };
    for (const size of [desk, phone]) {
      const what = { people: 2, shares: 0, pinned: false, interpreters: 1 };
      const before = layOutStage(size, what).interpreters[0] ?? size;
      const after = layOutStage(size, { ...what, swapped: true }).interpreters[0] ?? size;
      expect(after.inline * after.block).toBeGreaterThan(1.3 * before.inline * before.block);
    }
  });

  it('two stand side by side where there is room, and one on a small phone', () => {
    const what = { people: 3, shares: 0, pinned: false, interpreters: 2 };
    expect(layOutStage({ inline: 1200, block: 700 }, what).interpreters).toHaveLength(2);
    expect(layOutStage({ inline: 374, block: 600 }, what).interpreters).toHaveLength(2);
    expect(layOutStage({ inline: 304, block: 380 }, what).interpreters).toHaveLength(1);
  });

  it('alone with an interpreter, nearly all is theirs, and the own picture stands beside', () => {
    const { interpreters, self } = layOutStage(
      { inline: 1200, block: 700 },
      { people: 1, shares: 0, pinned: false, interpreters: 1 },
    );
    expect(interpreters[0]?.inline).toBeGreaterThan(800);
    expect(self.inlineStart).toBeGreaterThanOrEqual(0);
    expect(end(self)).toBeLessThan(interpreters[0]?.inlineStart ?? 0);
  });
});

describe('the layout is chosen by what there is to see', () => {
  const desk = { inline: 1200, block: 700 };
  const phone = { inline: 304, block: 420 };
  const kind = (size: Size, people: number, shares = 0, pinned = false, view?: 'grid' | 'speaker') =>
    layOutStage(size, { people, shares, pinned, view }).kind;

  test('one other, alone or not, fills the stage', () => {
    expect(kind(desk, 0)).toBe('single');
    expect(kind(desk, 1)).toBe('single');
    expect(kind(desk, 1, 0, true)).toBe('single');
  });
  test('a few are equal', () => {
    expect(kind(desk, 3)).toBe('grid');
    expect(kind(desk, 25)).toBe('grid');
    expect(kind(phone, 4)).toBe('grid');
    expect(layOutStage(phone, { people: 4, shares: 0, pinned: false }).pages).toBe(1);
  });
  test('more than fit: whoever speaks is large, and there are pages', () => {
    expect(kind(desk, 100)).toBe('speaker');
    expect(kind(phone, 9)).toBe('speaker');
    expect(layOutStage(phone, { people: 9, shares: 0, pinned: false }).pages).toBeGreaterThan(1);
  });
  test('whoever wants whoever speaks large, or everybody alike, has it so', () => {
    expect(kind(desk, 3, 0, false, 'speaker')).toBe('speaker');
    expect(kind(desk, 1, 0, false, 'speaker')).toBe('single');
    expect(kind(desk, 100, 0, false, 'grid')).toBe('grid');
    expect(layOutStage(desk, { people: 100, shares: 0, pinned: false, view: 'grid' }).pages).toBeGreaterThan(1);
    expect(kind(desk, 100, 0, true, 'grid')).toBe('pinned');
  });
  test('somebody pinned is large, and so is a shared screen; both are side by side', () => {
    expect(kind(desk, 3, 0, true)).toBe('pinned');
    expect(kind(desk, 1, 1)).toBe('sharing');
    expect(layOutStage(desk, { people: 3, shares: 1, pinned: true })).toMatchObject({ kind: 'sharing', from: 0 });
    expect(layOutStage(desk, { people: 3, shares: 1, pinned: true }).large).toHaveLength(2);
  });
  test('on a wide stage the others stand beside what is large, on a high one below it', () => {
    const beside = layOutStage(desk, { people: 3, shares: 1, pinned: false });
    expect(beside.cells.every(({ inlineStart }) => inlineStart >= end(beside.large[0] ?? beside.self))).toBe(true);
    const below = layOutStage(phone, { people: 3, shares: 1, pinned: false });
    expect(below.cells.every(({ blockStart }) => blockStart >= bottom(below.large[0] ?? below.self))).toBe(true);
  });
});
