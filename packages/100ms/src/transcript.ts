import { participantId, type RoomCaption } from '@quietroom/core';
import { isObject } from './internals.ts';

/** The type of the vendor's messages that caption. Its client shows and keeps none of them. */
export const transcriptType = 'hms_transcript';

const resultsOf = (message: unknown): readonly unknown[] => {
  try {
    const read: unknown = JSON.parse(String(message));
    const results: unknown = isObject(read) && Reflect.get(read, 'results');
    return Array.isArray(results) ? results : [];
  } catch {
    return [];
  }
};

/** Reads the vendor's captions. It numbers no utterances: whatever comes after a finished one is another. */
export class Transcript {
  readonly #finished = new Map<unknown, number>();

  /** @param mayName whether whoever sent the message may say what this person said */
  read(message: unknown, mayName: (speaker: string) => boolean): readonly RoomCaption[] {
    return resultsOf(message).flatMap((result): readonly RoomCaption[] => {
      if (!isObject(result)) return [];
      const { peer_id: speaker, transcript, final } = result as Readonly<Record<string, unknown>>;
      if (typeof speaker !== 'string' || typeof transcript !== 'string' || !mayName(speaker)) return [];
      const count = this.#finished.get(speaker) ?? 0;
      if (final === true) this.#finished.set(speaker, count + 1);
      return [
        {
          type: 'caption',
          speaker: participantId(speaker),
          utterance: String(count),
          text: transcript,
          final: final === true,
        },
      ];
    });
  }
}
