const colours = ['standard', 'white', 'yellow', 'green', 'cyan', 'blue', 'magenta', 'red', 'black'] as const;
const amounts = ['100', '75', '50', '25'] as const;

/**
 * What people may choose of captions, the standard first: what 47 CFR 79.103(c) asks of devices that show them, and where
 * they stand: below the pictures, or above them where the page is too low for both. Sizes and opacities are in percent.
 */
export const captionChoices = {
  place: ['standard', 'below', 'above', 'hidden'],
  lines: ['3', '2', '5'],
  size: ['100', '50', '75', '150', '200', '300'],
  font: ['standard', 'serif', 'sans', 'typewriter', 'serifTypewriter', 'casual', 'handwriting', 'capitals'],
  edge: ['none', 'outline', 'shadow', 'raised', 'sunken'],
  colour: colours,
  opacity: amounts,
  background: colours,
  backgroundOpacity: ['0', ...amounts],
  area: colours,
  areaOpacity: [...amounts, '0'],
} as const;

type Choices = typeof captionChoices;
/** Something that can be chosen of captions. */
export type CaptionChoice = keyof Choices;

/** How one person wants captions to look, on this page. */
export type CaptionLook = { readonly [Choice in CaptionChoice]: Choices[Choice][number] };

/** How captions look until somebody chooses. */
export const standardLook: CaptionLook = {
  place: 'standard',
  lines: '3',
  size: '100',
  font: 'standard',
  edge: 'none',
  colour: 'standard',
  opacity: '100',
  background: 'standard',
  backgroundOpacity: '0',
  area: 'standard',
  areaOpacity: '100',
};
