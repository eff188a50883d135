import type { Box, Size } from './box.ts';

/** A tile is never narrower or wider than this, so that of nobody's picture too little is left to see. */
export const narrowest = 3 / 4;
export const widest = 16 / 9;

/** How equal cells share a place. */
export interface Fit {
  readonly columns: number;
  readonly cell: Size;
  /** How many cells of the least size the place holds. */
  readonly capacity: number;
}

const most = (space: number, least: number, gap: number): number =>
  Math.max(1, Math.floor((space + gap) / (least + gap)));

/** How much of a face such a cell shows: the largest 4:3 picture inside. */
export const shows = ({ inline, block }: Size): number => Math.min(inline, (block * 4) / 3);

/** Divides a place among as many cells as wanted, or as many as fit, so that each is as large as can be. */
export function fitCells(place: Size, wanted: number, least: Size, gap: number): Fit {
  const mostColumns = most(place.inline, least.inline, gap);
  const mostRows = most(place.block, least.block, gap);
  const capacity = mostColumns * mostRows;
  const count = Math.min(wanted, capacity);
  let best: Fit = { columns: 1, cell: { inline: 0, block: 0 }, capacity };
  for (let columns = 1; columns <= Math.min(count, mostColumns); columns += 1) {
    const rows = Math.ceil(count / columns);
    if (rows > mostRows) continue;
    const inline = (place.inline - gap * (columns - 1)) / columns;
    const block = (place.block - gap * (rows - 1)) / rows;
    const cell = { inline: Math.min(inline, block * widest), block: Math.min(block, inline / narrowest) };
    if (shows(cell) > shows(best.cell)) best = { columns, cell, capacity };
  }
  return best;
}

/** Where this many cells stand, in reading order, in the middle of the place. */
export function placeCells(place: Box, { columns, cell }: Fit, count: number, gap: number): Box[] {
  const taken = (cells: number, size: number) => cells * size + (cells - 1) * gap;
  const top = place.blockStart + (place.block - taken(Math.ceil(count / columns), cell.block)) / 2;
  return Array.from({ length: count }, (_, index) => {
    const row = Math.floor(index / columns);
    const inRow = Math.min(columns, count - row * columns);
    const start = place.inlineStart + (place.inline - taken(inRow, cell.inline)) / 2;
    return {
      ...cell,
      inlineStart: start + (index % columns) * (cell.inline + gap),
      blockStart: top + row * (cell.block + gap),
    };
  });
}
