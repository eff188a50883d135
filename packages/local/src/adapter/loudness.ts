/**
 * How often loudness is looked at, in milliseconds. A browser tells that of the packet it plays and of no other
 * (W3C WebRTC, 5.3), most often 20 ms of sound: looked at rarely, syllables fall between two looks, and whoever keeps
 * time with the looks is never heard at all.
 */
export const listenEvery = 30;

/** How loud somebody is, told less often than it is looked at. Linear, 0 to 1. */
export class Loudness {
  #loudest = 0;

  /** Takes what one look found. */
  hear(level: number): void {
    this.#loudest = Math.max(this.#loudest, level);
  }

  /** The loudest heard since this was last asked. */
  take(): number {
    const loudest = this.#loudest;
    this.#loudest = 0;
    return loudest;
  }
}
