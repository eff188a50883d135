import type { CaptureSource } from '@quietroom/core';
import { sources } from './pulse.ts';

/** Notices that frames of somebody arrive, from when the browser last played one of each line. */
export class Arrivals {
  readonly #seen = new Map<CaptureSource, number>();

  /** Whether anything arrived since the last look. */
  look(receiver: (source: CaptureSource) => RTCRtpReceiver | null): boolean {
    let moved = false;
    for (const source of sources) {
      const at = receiver(source)?.getSynchronizationSources()[0]?.timestamp;
      if (at === undefined || at === this.#seen.get(source)) continue;
      this.#seen.set(source, at);
      moved = true;
    }
    return moved;
  }
}
