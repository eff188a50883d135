import type { RoomConnection, TrackId } from '@quietroom/core';
import { eventually } from './eventually.ts';
import type { Colour } from './synthetic-media.ts';

/** What somebody sees in an element that a remote track is attached to. */
export interface Sight {
  /** Waits until the picture has this sender's colour. */
  readonly shows: (colour: Colour) => Promise<void>;
  /** Waits until the picture has changed, twice. */
  readonly moves: () => Promise<void>;
  readonly element: HTMLVideoElement;
  readonly detach: () => void;
}

const size = 16;
/** Colours come through a video codec a little changed. */
const tolerance = 60;
/** Greener than any sender's colour becomes by that; the mark is white. */
const white = 230;

/** Attaches a remote track to an element of the page and looks at it. */
export function attachSight(connection: RoomConnection, track: TrackId): Sight {
  const element = document.createElement('video');
  element.muted = true;
  element.autoplay = true;
  element.playsInline = true;
  document.body.append(element);
  const detach = connection.attach(track, element);
  const canvas = new OffscreenCanvas(size, size);
  const context = canvas.getContext('2d', { willReadFrequently: true });

  const pixels = (): Uint8ClampedArray => {
    if (context === null || element.readyState < HTMLMediaElement.HAVE_CURRENT_DATA) return new Uint8ClampedArray(0);
    context.drawImage(element, 0, 0, size, size);
    return context.getImageData(0, 0, size, size).data;
  };
  const corner = (): Colour => {
    const [red = -1, green = -1, blue = -1] = pixels();
    return [red, green, blue];
  };
  /** Where the mark is: the lower edge in black and white. */
  const mark = (): string => {
    const data = pixels();
    return Array.from({ length: size }, (_, x) =>
      (data[((size - 2) * size + x) * 4 + 1] ?? 0) > white ? '#' : '.',
    ).join('');
  };

  return {
    element,
    shows: (colour) =>
      eventually(
        `a picture of the colour ${colour.join(' ')}`,
        () => corner().every((value, index) => Math.abs(value - (colour[index] ?? 0)) < tolerance),
        corner,
      ),
    moves: async () => {
      for (let times = 0; times < 2; times += 1) {
        const before = mark();
        await eventually('a picture that moves', () => mark() !== before, mark);
      }
    },
    detach: () => {
      detach();
      element.remove();
    },
  };
}
