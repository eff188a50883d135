import type { TrackId } from '../contract/identity.ts';

/** Which element shows which remote track, across connections that come and go. */
export class Attachments {
  readonly #elements = new Map<TrackId, Set<HTMLMediaElement>>();
  readonly #find: (track: TrackId) => MediaStreamTrack | null;

  constructor(find: (track: TrackId) => MediaStreamTrack | null) {
    this.#find = find;
  }

  /** Shows a track, now or as soon as it is there, until the returned function is called. */
  attach(track: TrackId, element: HTMLMediaElement): () => void {
    const elements = this.#elements.get(track) ?? new Set();
    this.#elements.set(track, elements.add(element));
    this.#show(track, element);
    return () => {
      elements.delete(element);
      if (elements.size === 0 && this.#elements.get(track) === elements) this.#elements.delete(track);
      // A detached element that still plays keeps itself and its tree alive.
      element.srcObject = null;
    };
  }

  /** Whether an element shows or plays a track. */
  has(track: TrackId): boolean {
    return this.#elements.has(track);
  }

  /** Shows again what now comes from elsewhere. */
  refresh(): void {
    for (const [track, elements] of this.#elements) for (const element of elements) this.#show(track, element);
  }

  /** Takes everything off. */
  close(): void {
    for (const elements of this.#elements.values()) for (const element of elements) element.srcObject = null;
    this.#elements.clear();
  }

  #show(id: TrackId, element: HTMLMediaElement): void {
    const track = this.#find(id);
    const shown = element.srcObject instanceof MediaStream ? element.srcObject.getTracks()[0] : undefined;
    if (track === null || track === shown) return;
    element.srcObject = new MediaStream([track]);
    // Taken off again, or not allowed to play before a press: whoever owns the element sees that from its own events.
    element.play().catch(() => undefined);
  }
}
