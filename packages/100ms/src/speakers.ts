import { participantId, type ParticipantId } from '@quietroom/core';

/** What somebody's sound is worth now, as the vendor's server says. */
export interface Speaking {
  readonly peerID: string;
  /** 0 to 100. */
  readonly audioLevel: number;
}

/** What hearing tells. */
export interface SpeakersOptions {
  readonly level: (id: ParticipantId, level: number) => void;
  readonly speaker: (id: ParticipantId | null) => void;
}

/** Who is heard how loudly, and who speaks. The vendor's server measures it; nothing is measured here. */
export class Speakers {
  readonly #options: SpeakersOptions;
  readonly #levels = new Map<ParticipantId, number>();
  #present: ReadonlySet<ParticipantId> = new Set();
  #speaker: ParticipantId | null = null;

  constructor(options: SpeakersOptions) {
    this.#options = options;
  }

  /** These people are there now, and nobody else. */
  follow(present: ReadonlySet<ParticipantId>): void {
    this.#present = present;
    for (const id of this.#levels.keys()) if (!present.has(id)) this.#levels.delete(id);
    if (this.#speaker !== null && !present.has(this.#speaker)) this.#setSpeaker(null);
  }

  /** Takes what the server says; whoever is not in it is silent. */
  hear(speaking: readonly Speaking[]): void {
    const now = new Map(speaking.map(({ peerID, audioLevel }) => [participantId(peerID), audioLevel / 100] as const));
    let loudest: ParticipantId | null = null;
    for (const id of this.#present) {
      const level = now.get(id) ?? 0;
      if (level !== (this.#levels.get(id) ?? 0)) this.#options.level(id, level);
      this.#levels.set(id, level);
      if (level > (loudest === null ? 0 : (this.#levels.get(loudest) ?? 0))) loudest = id;
    }
    // Whoever spoke last goes on being shown while nobody does.
    if (loudest !== null) this.#setSpeaker(loudest);
  }

  #setSpeaker(speaker: ParticipantId | null): void {
    if (speaker === this.#speaker) return;
    this.#speaker = speaker;
    this.#options.speaker(speaker);
  }
}
