import type { ParticipantId, RoomCaption } from '@quietroom/core';

/** What somebody said, and how a provider tells it. */
export interface FakeCaptionOptions {
  /** Whether the sentence is finished. If not, what they say next is all of it so far. Finished unless told otherwise. */
  readonly final?: boolean;
  /** The language the provider heard, BCP 47. */
  readonly language?: string;
}

/** Tells captions as a provider does: a sentence again and again as it grows. Null: it does not say who spoke. */
export type SayCaption = (speaker: ParticipantId | null, text: string, options?: FakeCaptionOptions) => void;

/** See {@link SayCaption}. */
export const createFakeCaptions = (notify: (caption: RoomCaption) => void): SayCaption => {
  const finished = new Map<ParticipantId | null, number>();
  return (speaker, text, { final = true, language } = {}) => {
    const count = finished.get(speaker) ?? 0;
    if (final) finished.set(speaker, count + 1);
    notify({
      type: 'caption',
      speaker,
      utterance: String(count),
      text,
      final,
      ...(language !== undefined && { language }),
    });
  };
};
