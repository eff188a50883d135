import type { HMSActions, HMSTrack } from '@100mslive/hms-video-store';
import { Attachments, type TrackId } from '@quietroom/core';

/** What showing and playing needs. */
export interface PicturesOptions {
  readonly actions: () => HMSActions;
  /** What the vendor calls a track now. */
  readonly find: (track: TrackId) => HMSTrack | null;
}

interface Shown {
  readonly track: TrackId;
  readonly element: HTMLVideoElement;
  vendorTrack: string | null;
}

/**
 * Which element shows or plays which track. Pictures go through the vendor's client: it asks the media server for the
 * size that is on the screen, and for nothing while an element is out of sight.
 */
export class Pictures {
  readonly #options: PicturesOptions;
  readonly #shown = new Set<Shown>();
  readonly #sounds: Attachments;

  constructor(options: PicturesOptions) {
    this.#options = options;
    this.#sounds = new Attachments((track) => {
      const found = options.find(track);
      return found?.type === 'audio' ? (options.actions().getNativeTrackById(found.id) ?? null) : null;
    });
  }

  /** Shows or plays a track, now or as soon as it is there, until the returned function is called. */
  attach(track: TrackId, element: HTMLMediaElement): () => void {
    if (!(element instanceof HTMLVideoElement)) return this.#sounds.attach(track, element);
    const shown: Shown = { track, element, vendorTrack: null };
    this.#shown.add(shown);
    this.#show(shown);
    return () => {
      if (this.#shown.delete(shown)) this.#hide(shown);
    };
  }

  /** Shows again what now comes from elsewhere. */
  refresh(): void {
    this.#sounds.refresh();
    for (const shown of this.#shown) this.#show(shown);
  }

  /** Takes everything off. */
  close(): void {
    this.#sounds.close();
    for (const shown of this.#shown) this.#hide(shown);
    this.#shown.clear();
  }

  #show(shown: Shown): void {
    const found = this.#options.find(shown.track);
    const next = found?.type === 'video' ? found.id : null;
    if (next === shown.vendorTrack) return;
    if (shown.vendorTrack !== null) this.#hide(shown);
    shown.vendorTrack = next;
    if (next !== null)
      this.#options
        .actions()
        .attachVideo(next, shown.element)
        .catch(() => undefined);
  }

  #hide(shown: Shown): void {
    const { element, vendorTrack } = shown;
    shown.vendorTrack = null;
    if (vendorTrack !== null)
      this.#options
        .actions()
        .detachVideo(vendorTrack, element)
        .catch(() => undefined);
    // A detached element that still plays keeps itself and its tree alive.
    element.srcObject = null;
  }
}
