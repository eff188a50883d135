import type { Box, Size } from './box.ts';
import { fitCells, placeCells, shows } from './fit-cells.ts';

/**
 * The least place of an interpreter, in rem: 240 × 180 CSS pixels at the usual text size. Face, arms, hands and fingers must
 * be seen (28 CFR 35.160(d)(2)–(3)); EN 301 549, 6.5.1, calls 176 × 144 usable with restrictions and 352 × 288 good. A
 * phone draws two or three of its own pixels for each of these.
 */
export const leastInterpreter: Size = { inline: 15, block: 11.25 };
/** Beyond this, in rem, a place of an interpreter grows no more: more than cameras send is of no use. */
const largest: Size = { inline: 48, block: 36 };
/** More get places like everybody's. Two are common: one signs, one speaks. */
const most = 2;
/** The part of the stage: at least a sixth of it (Ofcom, Guidelines on the provision of television access services). */
const shares = { beside: 0.42, sharing: 0.36, swapped: 0.6, alone: 0.72 };

/** But for what is lost in rounding. */
const fits = (least: Size, place: Size): boolean =>
  place.inline > least.inline - 0.5 && place.block > least.block - 0.5;

/** Who has a place of their own, and what is left for everybody else. */
export interface Reservation {
  readonly interpreters: readonly Box[];
  readonly place: Box;
  /** What the stage must be high, in CSS pixels, so that both have their least size. */
  readonly leastBlock: number;
}

/** What is asked for everybody else, given how many interpreters have a place of their own. */
export interface Needs {
  readonly share: keyof typeof shares;
  /** What the others need at least, in CSS pixels. */
  readonly least: Size;
}

/**
 * Sets a place apart for interpreters, at the end of a wide stage or at the top of a high one, which depends on nothing that
 * changes while people speak, are pinned or turn pages. Those who do not fit are left to be placed like everybody.
 */
export function reserveForInterpreters(
  size: Size,
  wanted: number,
  needs: (count: number) => Needs,
  gap: number,
  rem: number,
): Reservation {
  const whole: Box = { ...size, inlineStart: 0, blockStart: 0 };
  if (wanted === 0) return { interpreters: [], place: whole, leastBlock: 0 };
  const own: Size = { inline: leastInterpreter.inline * rem, block: leastInterpreter.block * rem };
  const { least: fewest } = needs(1);
  const wide = size.inline >= own.inline + gap + fewest.inline;
  const leastBlock = wide ? Math.max(own.block, fewest.block) : own.block + gap + fewest.block;
  const inline = Math.max(size.inline, own.inline, fewest.inline);
  const block = Math.max(size.block, leastBlock);

  const reserve = (count: number): Reservation | undefined => {
    const { share, least } = needs(count);
    const part = (space: number, needed: number, rest: number, limit: number) =>
      Math.max(needed, Math.min(shares[share] * space, space - gap - rest, shares[share] < 0.5 ? limit * rem : space));
    // One after the other where they do not fit side by side.
    const rows = inline < count * (own.inline + gap) - gap ? count : 1;
    const columns = block < count * (own.block + gap) - gap ? count : 1;
    const column = part(inline, columns * (own.inline + gap) - gap, least.inline, largest.inline);
    const strip = part(block, rows * (own.block + gap) - gap, least.block, largest.block);
    const [best] = [
      {
        reserved: { ...whole, block, inline: column, inlineStart: inline - column },
        place: { ...whole, block, inline: inline - column - gap },
      },
      {
        reserved: { ...whole, inline, block: strip },
        place: { ...whole, inline, block: block - strip - gap, blockStart: strip + gap },
      },
    ]
      .map((division) => ({ ...division, fit: fitCells(division.reserved, count, own, gap) }))
      .filter(({ place, fit }) => fit.capacity >= count && fits(least, place))
      .sort((one, other) => shows(other.fit.cell) + shows(other.place) - shows(one.fit.cell) - shows(one.place));
    return best && { interpreters: placeCells(best.reserved, best.fit, count, gap), place: best.place, leastBlock };
  };
  return (wanted > 1 ? reserve(most) : undefined) ?? reserve(1) ?? { interpreters: [], place: whole, leastBlock };
}
