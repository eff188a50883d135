/**
 * Listens to somebody without a sound. A browser measures how loud a remote track is only while something plays it,
 * and whether the page plays it is not ours to know.
 */
export class Ear {
  readonly #element = new Audio();

  constructor() {
    this.#element.muted = true;
  }

  /** Listens to this track from now on; to nothing when null. */
  listen(track: MediaStreamTrack | null): void {
    const { srcObject } = this.#element;
    if (srcObject instanceof MediaStream && srcObject.getTracks()[0] === track) return;
    this.#element.srcObject = track === null ? null : new MediaStream([track]);
    if (track !== null) this.#element.play().catch(() => undefined);
  }
}
