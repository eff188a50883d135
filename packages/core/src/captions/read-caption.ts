import type { RoomCaption } from '../contract/room-patch.ts';
import { maximumCaptionLength, type Caption } from './caption.ts';

/** Nobody says these, and they can make text look like another's: controls, and overrides of the direction. */
const unspoken = /[\p{Cc}\u2028-\u202e\u2066-\u2069]+/gu;
/** A language, and perhaps its script and region: too little to hold anything else. */
const languageTag = /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?$/;

/** The newest part of a text, and not half a character. */
const newest = (text: string): string => {
  const characters = Array.from(text);
  return characters.length > maximumCaptionLength ? `…${characters.slice(1 - maximumCaptionLength).join('')}` : text;
};

/** What can be shown of what a vendor says somebody said; null when there is nothing in it. Pure. */
export const readCaption = ({
  utterance,
  text,
  final,
  language,
}: RoomCaption): Omit<Caption, 'id' | 'speaker'> | null => {
  // A vendor's types are a promise; its messages need not keep it.
  if (typeof utterance !== 'string' || utterance.length > 200 || typeof text !== 'string') return null;
  // However long it is, no more of it is looked at than can be shown.
  const words = newest(
    text
      .slice(-4 * maximumCaptionLength)
      .replace(unspoken, ' ')
      .trim(),
  );
  if (words === '') return null;
  const known = typeof language === 'string' && languageTag.test(language);
  return { text: words, final, ...(known && { language }) };
};
