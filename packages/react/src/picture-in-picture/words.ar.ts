import type { Translated } from '../messages-catalogue/phrase.ts';
import type { pictureInPictureWords as english } from './words.en.ts';

/** Arabic words of the small window. */
export const pictureInPictureWords = {
  'pip.open': 'نافذة صغيرة',
  'pip.close': 'إغلاق النافذة الصغيرة',
} satisfies Translated<typeof english>;
