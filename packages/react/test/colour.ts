/** Red, green and blue from 0 to 255, and alpha from 0 to 1. */
export type Colour = readonly [red: number, green: number, blue: number, alpha: number];

const mix = (from: Colour, to: Colour, share: number): Colour => [
  from[0] * share + to[0] * (1 - share),
  from[1] * share + to[1] * (1 - share),
  from[2] * share + to[2] * (1 - share),
  from[3] * share + to[3] * (1 - share),
];

/** The parts of a function's arguments, split at the commas outside of any brackets. */
function splitArguments(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at <= text.length; at += 1) {
    const letter = text[at] ?? ',';
    if (letter === '(') depth += 1;
    if (letter === ')') depth -= 1;
    if (letter !== ',' || depth > 0) continue;
    parts.push(text.slice(start, at).trim());
    start = at + 1;
  }
  return parts;
}

/** Reads a colour as the tokens write them: hex, `rgb(r g b / a)`, `color-mix(in srgb, …)`, `light-dark(…)`, `var(…)`. */
export function readColour(value: string, tokens: ReadonlyMap<string, string>, scheme: 'light' | 'dark'): Colour {
  const written = value.trim().replace(/var\((--[\w-]+)\)/g, (_, name: string) => {
    const found = tokens.get(name);
    if (found === undefined) throw new Error(`${name} is used and not set.`);
    return found;
  });
  if (written.includes('var(')) return readColour(written, tokens, scheme);
  const [, name, inside = ''] = /^([a-z-]+)\((.*)\)$/s.exec(written) ?? [];
  if (name === 'light-dark') {
    const [light = '', dark = ''] = splitArguments(inside);
    return readColour(scheme === 'light' ? light : dark, tokens, scheme);
  }
  if (name === 'color-mix') {
    const [space, from = '', to = ''] = splitArguments(inside);
    const [, colour = '', share = ''] = /^(.*?)\s+([\d.]+)%$/s.exec(from) ?? [];
    if (space !== 'in srgb' || share === '') throw new Error(`Cannot read the mixture ${written}.`);
    return mix(readColour(colour, tokens, scheme), readColour(to, tokens, scheme), Number(share) / 100);
  }
  if (name === 'rgb') {
    const [red = NaN, green = NaN, blue = NaN, alpha = 1] = inside.split(/[\s/]+/).map(Number);
    return [red, green, blue, alpha];
  }
  const hex = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(written);
  if (hex === null) throw new Error(`Cannot read the colour ${written}.`);
  const [red = NaN, green = NaN, blue = NaN] = hex.slice(1).map((part) => Number.parseInt(part, 16));
  return [red, green, blue, 1];
}

const luminance = ([red, green, blue]: Colour): number => {
  const linear = (part: number) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
};

/** Contrast of two colours, 1 to 21, by WCAG 2.2. The first may be translucent and then lies on the second. */
export function contrastOf(front: Colour, back: Colour): number {
  const shown = mix([front[0], front[1], front[2], 1], back, front[3]);
  const [brighter = 0, darker = 0] = [luminance(shown), luminance(back)].sort((a, b) => b - a);
  return (brighter + 0.05) / (darker + 0.05);
}

/** The first colour as it looks on the second. */
export const laidOn = (front: Colour, back: Colour): Colour => mix([front[0], front[1], front[2], 1], back, front[3]);
