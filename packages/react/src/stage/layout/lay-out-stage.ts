import type { Box, Size } from './box.ts';
import { fitCells, placeCells, type Fit } from './fit-cells.ts';
import { reserveForInterpreters, type Needs, type Reservation } from './interpreter-place.ts';

/** What a stage has to show. */
export interface StageContents {
  /** How many others there are. */
  readonly people: number;
  /** How many screens are shared. */
  readonly shares: number;
  /** Whether the person at this page wants to see somebody large. */
  readonly pinned: boolean;
  /** Everybody alike, or whoever speaks large. Left out: alike while they fit. */
  readonly view?: 'grid' | 'speaker' | undefined;
  /** How many of the people are interpreters with a place of their own. */
  readonly interpreters?: number | undefined;
  /** Whether the interpreters have changed places with the others, and so the larger one. */
  readonly swapped?: boolean | undefined;
}

/** Where everything on a stage stands. */
export interface StageLayout extends Reservation {
  /**
   * - `single`: nobody or one other, and this page's own camera in a corner
   * - `grid`: everybody alike
   * - `speaker`: whoever speaks is large, because it is wanted or because not everybody fits
   * - `pinned`: somebody was made large
   * - `sharing`: screens are large, and whoever was pinned beside them
   */
  readonly kind: 'single' | 'grid' | 'speaker' | 'pinned' | 'sharing';
  /** The large ones: first the screens, then the person who is large. */
  readonly large: readonly Box[];
  /** The others that are shown now, in their order. */
  readonly cells: readonly Box[];
  /** This page's own camera. */
  readonly self: Box;
  /** The pages of those who are not large, and which one this is. */
  readonly pages: number;
  readonly page: number;
  /** Which of those who are not large stand in the cells. */
  readonly from: number;
  /** The buttons that turn the pages. */
  readonly pager: Box | null;
}

/** The least size of a tile, and of one beside something large, in rem. */
export const leastTile: Size = { inline: 9, block: 6.75 };
export const leastBeside: Size = { inline: 6, block: 5 };
/** Large ones are never on another page, so there is hardly a limit to how many share the large part. */
const leastLarge: Size = { inline: 2, block: 2 };
const pagerBlock = 2.75;

const clamp = (least: number, value: number, most: number): number => Math.max(least, Math.min(value, most));

const scale = ({ inline, block }: Size, rem: number): Size => ({ inline: inline * rem, block: block * rem });

/** The own picture beside one other: at the end of the lower edge, below where faces are. */
const inCorner = ({ inlineStart, blockStart, ...size }: Box, gap: number, rem: number): Box => {
  const inline = Math.min(clamp(6.5 * rem, size.inline / 5, 14 * rem), size.block / 3);
  const block = (inline * 3) / 4;
  return {
    inline,
    block,
    inlineStart: inlineStart + size.inline - gap - inline,
    blockStart: blockStart + size.block - gap - block,
  };
};

/** A stage divided into a large part and one for the others. */
interface Division {
  readonly large: Box;
  readonly beside: Box;
}

const divide = ({ inline, block }: Size, gap: number, rem: number): readonly Division[] => {
  const column = clamp(leastBeside.inline * rem, inline / 5, 16 * rem);
  const rows = clamp(leastBeside.block * rem, block * 0.36, 22 * rem);
  const whole = { inlineStart: 0, blockStart: 0, inline, block };
  return [
    {
      large: { ...whole, inline: inline - column - gap },
      beside: { ...whole, inline: column, inlineStart: inline - column },
    },
    { large: { ...whole, block: block - rows - gap }, beside: { ...whole, block: rows, blockStart: block - rows } },
  ];
};

const area = ({ cell }: Fit): number => cell.inline * cell.block;

/** What a crowd, or a shared screen, needs beside an interpreter, in rem. */
const leastCrowd: Size = { inline: 13, block: 14.25 };

type Arrangement = Omit<StageLayout, keyof Reservation>;

/** Moves everything to where the place begins. */
const within = ({ inlineStart, blockStart }: Box, { large, cells, self, pager, ...rest }: Arrangement): Arrangement => {
  const move = (box: Box): Box => ({
    ...box,
    inlineStart: box.inlineStart + inlineStart,
    blockStart: box.blockStart + blockStart,
  });
  return { ...rest, large: large.map(move), cells: cells.map(move), self: move(self), pager: pager && move(pager) };
};

/**
 * Lays out a stage: nothing overlaps except the own picture the lower corner of a single other, no tile is smaller than
 * its least size while the stage has it, and whoever does not fit is on another page. Interpreters have a place of their
 * own, and never less than theirs.
 * @param page which page is wanted, from 0; the last one if there are fewer.
 * @param rem the page's text size in CSS pixels, so that least sizes grow with it.
 */
export function layOutStage(size: Size, contents: StageContents, page = 0, rem = 16): StageLayout {
  const { people, shares, interpreters = 0 } = contents;
  const gap = clamp(rem / 2, 0.35 * rem + 0.007 * size.inline, rem);
  const needs = (count: number): Needs => {
    const others = people - count;
    if (others <= 0 && shares === 0) return { share: 'alone', least: scale(leastBeside, rem) };
    const least = scale(others > 1 || shares > 0 ? leastCrowd : leastTile, rem);
    const usual = shares > 0 ? 'sharing' : 'beside';
    return { share: contents.swapped === true ? 'swapped' : usual, least };
  };
  const reservation = reserveForInterpreters(size, interpreters, needs, gap, rem);
  const rest = { ...contents, people: people - reservation.interpreters.length };
  return { ...reservation, ...within(reservation.place, arrange(reservation.place, rest, page, gap, rem)) };
}

/** Everybody but the interpreters who have a place of their own. */
function arrange(size: Size, contents: StageContents, page: number, gap: number, rem: number): Arrangement {
  const { people, shares, view } = contents;
  const whole: Box = { inline: size.inline, block: size.block, inlineStart: 0, blockStart: 0 };
  const single = { large: [], pages: 1, page: 0, from: 0, pager: null };
  const least = scale(leastTile, rem);

  if (people === 0 && shares === 0 && contents.interpreters) {
    const [self = whole] = placeCells(whole, fitCells(size, 1, scale(leastBeside, rem), gap), 1, gap);
    return { ...single, kind: 'single', cells: [], self };
  }
  if (people <= 1 && shares === 0) {
    const cells = placeCells(whole, fitCells(size, 1, least, gap), people, gap);
    return { ...single, kind: 'single', cells, self: inCorner(cells[0] ?? whole, gap, rem) };
  }

  const pagerSize = pagerBlock * rem;
  const aboveThePager: Box = { ...whole, block: size.block - pagerSize - gap };
  const pager = { ...whole, block: pagerSize, blockStart: size.block - pagerSize };
  /** Which of so many stand in the cells of a page, and how many pages there are. */
  const turn = (rest: number, capacity: number) => {
    const perPage = Math.max(1, capacity - 1);
    const pages = Math.max(1, Math.ceil(rest / perPage));
    const shown = clamp(0, page, pages - 1);
    return { pages, page: shown, from: shown * perPage, count: Math.min(perPage, rest - shown * perPage) };
  };

  const grid = fitCells(size, people + 1, least, gap);
  const pinned = contents.pinned && people > (shares > 0 ? 0 : 1);
  if (shares === 0 && !pinned && view !== 'speaker' && people < grid.capacity) {
    const cells = placeCells(whole, grid, people + 1, gap);
    return { ...single, kind: 'grid', cells: cells.slice(0, -1), self: cells.at(-1) ?? whole };
  }
  if (shares === 0 && !pinned && view === 'grid') {
    const roomy = fitCells(aboveThePager, people + 1, least, gap);
    const fit = roomy.capacity > 1 ? roomy : fitCells(aboveThePager, people + 1, scale(leastBeside, rem), gap);
    const { count, ...turned } = turn(people, fit.capacity);
    const cells = placeCells(aboveThePager, fit, count + 1, gap);
    return { ...turned, kind: 'grid', large: [], cells: cells.slice(0, -1), self: cells.at(-1) ?? whole, pager };
  }

  const kind = shares > 0 ? 'sharing' : pinned ? 'pinned' : 'speaker';
  const promoted = kind === 'sharing' && !pinned && (view !== 'speaker' || people === 0) ? 0 : 1;
  const rest = people - promoted;
  const best = (stage: Size) =>
    divide(stage, gap, rem)
      .map(({ large, beside }) => ({
        large,
        beside,
        largeFit: fitCells(large, shares + promoted, scale(leastLarge, rem), gap),
        fit: fitCells(beside, rest + 1, scale(leastBeside, rem), gap),
      }))
      .reduce((one, other) => {
        // Beside the own picture there is room for one more, or nobody would ever be on a page.
        const few = Math.min(2, rest + 1);
        if (one.fit.capacity < few || other.fit.capacity < few) return one.fit.capacity < few ? other : one;
        return area(other.largeFit) > area(one.largeFit) ? other : one;
      });

  const turns = rest + 1 > best(size).fit.capacity;
  const { large, largeFit, beside, fit } = best(turns ? aboveThePager : size);
  const { count, ...turned } = turn(rest, fit.capacity);
  const cells = placeCells(beside, fit, count + 1, gap);
  return {
    ...turned,
    kind,
    large: placeCells(large, largeFit, shares + promoted, gap),
    cells: cells.slice(0, -1),
    self: cells.at(-1) ?? whole,
    pager: turns ? pager : null,
  };
}
