import type { Clock } from '@quietroom/core';
import type { Wish } from './pulse.ts';

/** How long nobody must look at a picture before it is not wanted, in milliseconds: tiles come and go in a moment. */
const lookedAwayFor = 2000;
/** How long somebody who came through badly is asked for less, in milliseconds. */
const gentleFor = 20_000;

const pictures = ['camera', 'screen'] as const;

/** Which of somebody's pictures this page shows, and how they come through: what to ask of them. */
export class Attention {
  readonly #clock: Clock;
  readonly #isShown: (source: 'camera' | 'screen') => boolean;
  readonly #shownAt: Record<'camera' | 'screen', number>;
  #poorAt = Number.NEGATIVE_INFINITY;

  /** @param isShown whether an element of the page shows that picture now */
  constructor(clock: Clock, isShown: (source: 'camera' | 'screen') => boolean) {
    this.#clock = clock;
    this.#isShown = isShown;
    // A picture is shown a moment after it is announced.
    this.#shownAt = { camera: clock.now(), screen: clock.now() };
  }

  /** They come through badly. */
  suffer(): void {
    this.#poorAt = this.#clock.now();
  }

  /** What to ask of them now. */
  look(): Wish {
    const now = this.#clock.now();
    for (const source of pictures) if (this.#isShown(source)) this.#shownAt[source] = now;
    const wanted = (source: 'camera' | 'screen') => now - this.#shownAt[source] < lookedAwayFor;
    return { camera: wanted('camera'), screen: wanted('screen'), gently: now - this.#poorAt < gentleFor };
  }
}
