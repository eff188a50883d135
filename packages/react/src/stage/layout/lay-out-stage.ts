import type { Box, Size } from './box.ts';
import { fitCells, placeCells, type Fit } from './fit-cells.ts';

/** What a stage has to show. */
export interface StageContents {
  /** How many others there are. */
  readonly people: number;
  /** How many screens are shared. */
  readonly shares: number;
  /** Whether the person at this page wants to see somebody large. */
  readonly pinned: boolean;
}

/** Where everything on a stage stands. */
export interface StageLayout {
  /**
   * - `single`: nobody or one other, and this page's own camera in a corner
   * - `grid`: everybody alike
   * - `speaker`: more people than fit, so whoever speaks is large
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
const inCorner = (size: Size, gap: number, rem: number): Box => {
  const inline = Math.min(clamp(6.5 * rem, size.inline / 5, 14 * rem), size.block / 3);
  const block = (inline * 3) / 4;
  return { inline, block, inlineStart: size.inline - gap - inline, blockStart: size.block - gap - block };
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

/**
 * Lays out a stage: nothing overlaps except the own picture the lower corner of a single other, no tile is smaller than
 * its least size while the stage has it, and whoever does not fit is on another page.
 * @param page which page is wanted, from 0; the last one if there are fewer.
 * @param rem the page's text size in CSS pixels, so that least sizes grow with it.
 */
export function layOutStage(size: Size, contents: StageContents, page = 0, rem = 16): StageLayout {
  const { people, shares } = contents;
  const gap = clamp(rem / 2, 0.35 * rem + 0.007 * size.inline, rem);
  const whole: Box = { ...size, inlineStart: 0, blockStart: 0 };
  const single = { large: [], pages: 1, page: 0, from: 0, pager: null };
  const least = scale(leastTile, rem);

  if (people <= 1 && shares === 0) {
    const fit = fitCells(size, 1, least, gap);
    return { ...single, kind: 'single', cells: placeCells(whole, fit, people, gap), self: inCorner(size, gap, rem) };
  }

  const grid = fitCells(size, people + 1, least, gap);
  const pinned = contents.pinned && people > 1;
  if (shares === 0 && !pinned && people < grid.capacity) {
    const cells = placeCells(whole, grid, people + 1, gap);
    return { ...single, kind: 'grid', cells: cells.slice(0, -1), self: cells.at(-1) ?? whole };
  }

  const kind = shares > 0 ? 'sharing' : pinned ? 'pinned' : 'speaker';
  const promoted = kind === 'sharing' && !pinned ? 0 : 1;
  const rest = people - promoted;
  const best = (stage: Size) =>
    divide(stage, gap, rem)
      .map(({ large, beside }) => ({
        large,
        beside,
        largeFit: fitCells(large, shares + promoted, scale(leastLarge, rem), gap),
        fit: fitCells(beside, rest + 1, scale(leastBeside, rem), gap),
      }))
      .reduce((one, other) => (area(other.largeFit) > area(one.largeFit) ? other : one));

  const turns = rest + 1 > best(size).fit.capacity;
  const stage = turns ? { ...size, block: size.block - pagerBlock * rem - gap } : size;
  const { large, largeFit, beside, fit } = best(stage);
  const perPage = Math.max(1, fit.capacity - 1);
  const pages = Math.max(1, Math.ceil(rest / perPage));
  const shown = clamp(0, page, pages - 1);
  const from = shown * perPage;
  const cells = placeCells(beside, fit, Math.min(perPage, rest - from) + 1, gap);
  return {
    kind,
    large: placeCells(large, largeFit, shares + promoted, gap),
    cells: cells.slice(0, -1),
    self: cells.at(-1) ?? whole,
    pages,
    page: shown,
    from,
    pager: turns ? { ...whole, block: pagerBlock * rem, blockStart: size.block - pagerBlock * rem } : null,
  };
}
