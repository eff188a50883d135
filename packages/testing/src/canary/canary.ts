import { randomBytes } from 'node:crypto';

/** One personal thing put into the page on purpose, to see where it comes out. */
export interface Canary {
  /** Where it was put in, for example `roster.name`. Reports name this, never the value. */
  readonly id: string;
  /** What was put in. */
  readonly value: string;
  /** Pieces that must not come out either: a family name on its own, a number without its prefix. */
  readonly pieces?: readonly string[];
}

const letters = 'BCDFGHJKLMNPQRSTVWXZ';

/**
 * A canary that nothing else on the page can contain by chance.
 * @param id where it will be put in, for example `chat.text`
 */
export const createCanary = (id: string): Canary => {
  const random = [...randomBytes(8)].map((byte) => letters[byte % letters.length] ?? '').join('');
  return { id, value: `zyl-${random}-${id.replaceAll(/[^a-z]+/gi, '-')}` };
};

/**
 * A canary in the shape of what it stands for, for what validates its input. Every word of five letters or more is
 * also a piece.
 */
export const realisticCanary = (id: string, value: string): Canary => ({
  id,
  value,
  pieces: value.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length >= 5 && word !== value),
});
