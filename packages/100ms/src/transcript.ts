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

/**
 * Reads the vendor's captions, and tells those whose sender may say what that person said. The vendor numbers no
 * utterances: whatever comes after a finished one is another.
 */
export const readTranscripts = (tell: (caption: RoomCaption) => void) => {
  const finished = new Map<string, number>();
  return (message: unknown, mayName: (speaker: string) => boolean): void => {
    for (const result of resultsOf(message)) {
      if (!isObject(result)) continue;
      const { peer_id: id, transcript: text, final } = result as Readonly<Record<string, unknown>>;
      if (typeof id !== 'string' || typeof text !== 'string' || !mayName(id)) continue;
      const count = finished.get(id) ?? 0;
      if (final === true) finished.set(id, count + 1);
      const speaker = participantId(id);
      tell({ type: 'caption', speaker, utterance: String(count), text, final: final === true });
    }
  };
};
