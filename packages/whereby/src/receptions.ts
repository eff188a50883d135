import {
  countReception,
  ReceptionRating,
  type Cancel,
  type Clock,
  type ParticipantId,
  type Quality,
} from '@quietroom/core';
import type { RtcManager } from '@whereby.com/media';
import { directConnections } from './direct-connections.ts';

/** How often reception is judged, in milliseconds. */
const round = 2000;

/** What judging needs and tells. */
export interface ReceptionsOptions {
  readonly clock: Clock;
  readonly rtcManager: () => RtcManager | null;
  readonly quality: (id: ParticipantId, quality: Quality) => void;
}

/** How well this page receives everybody, from the browser's own counters. `unknown` in rooms with a media server. */
export class Receptions {
  readonly #options: ReceptionsOptions;
  readonly #ratings = new Map<ParticipantId, ReceptionRating>();
  readonly #told = new Map<ParticipantId, Quality>();
  #stop: Cancel | null = null;

  constructor(options: ReceptionsOptions) {
    this.#options = options;
  }

  /** Judges exactly these people from now on. */
  follow(present: ReadonlySet<ParticipantId>): void {
    for (const id of this.#told.keys()) if (!present.has(id)) this.#forget(id);
    for (const id of present) if (!this.#ratings.has(id)) this.#ratings.set(id, new ReceptionRating());
    if (present.size > 0) {
      this.#stop ??= this.#options.clock.every(round, () => {
        this.#round();
      });
    } else {
      this.#stop?.();
      this.#stop = null;
    }
  }

  close(): void {
    this.follow(new Set());
  }

  #forget(id: ParticipantId): void {
    this.#ratings.delete(id);
    this.#told.delete(id);
  }

  #round(): void {
    const connections = directConnections(this.#options.rtcManager());
    for (const [id, rating] of this.#ratings) {
      const connection = connections.get(id);
      if (connection === undefined) continue;
      if (connection.connectionState === 'disconnected' || connection.connectionState === 'failed') {
        rating.restart();
        this.#tell(id, 'lost');
        continue;
      }
      if (connection.connectionState !== 'connected') continue;
      connection.getStats().then(
        (report) => {
          if (this.#ratings.get(id) !== rating) return;
          rating.take(countReception(report));
          this.#tell(id, rating.rating);
        },
        // A connection that is being closed has no statistics to give.
        () => undefined,
      );
    }
  }

  #tell(id: ParticipantId, quality: Quality): void {
    if (this.#told.get(id) === quality) return;
    this.#told.set(id, quality);
    this.#options.quality(id, quality);
  }
}
