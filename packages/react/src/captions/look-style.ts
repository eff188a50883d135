import type { CSSProperties } from 'react';
import type { CaptionLook } from './caption-choices.ts';

const fonts: Readonly<Record<CaptionLook['font'], string | undefined>> = {
  standard: undefined,
  serif: 'serif',
  sans: 'sans-serif',
  typewriter: 'monospace',
  serifTypewriter: 'Courier New, Courier, monospace',
  casual: 'Comic Sans MS, Comic Neue, fantasy',
  handwriting: 'cursive',
  capitals: undefined,
};
const around = (...offsets: readonly string[]): string => offsets.map((offset) => `${offset} 0 #000`).join();
const edges: Readonly<Record<CaptionLook['edge'], string | undefined>> = {
  none: undefined,
  outline: around('1px 1px', '-1px 1px', '1px -1px', '-1px -1px'),
  shadow: '2px 2px 3px #000',
  raised: around('1px 1px', '2px 2px'),
  sunken: around('-1px -1px', '-2px -2px'),
};
const mix = (colour: string, standard: string, amount: string): string =>
  `color-mix(in srgb, ${colour === 'standard' ? standard : colour === 'green' ? 'lime' : colour} ${amount}%, transparent)`;

/** What the style sheet needs to know of a look: `--qr-caption-*`. */
export const styleOf = (look: CaptionLook): CSSProperties => {
  const variables: Record<`--qr-caption-${string}`, string> = {
    '--qr-caption-size': String(Number(look.size) / 100),
    '--qr-caption-lines': look.lines,
    '--qr-caption-ink': mix(look.colour, 'var(--qr-on-tile)', look.opacity),
    '--qr-caption-background': mix(look.background, '#000', look.backgroundOpacity),
    '--qr-caption-area': mix(look.area, 'var(--qr-tile-end)', look.areaOpacity),
  };
  return {
    ...variables,
    fontFamily: fonts[look.font],
    fontVariantCaps: look.font === 'capitals' ? 'small-caps' : undefined,
    textShadow: edges[look.edge],
  };
};
