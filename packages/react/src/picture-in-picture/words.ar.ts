import type { Translated } from '../messages-catalogue/phrase.ts';
import type { pictureInPictureWords as english } from './words.en.ts';

/** Arabic words of the small window. */
export const pictureInPictureWords = {
  'pip.open': 'نافذة صغيرة',
  'pip.close': 'إغلاق النافذة الصغيرة',
  'pip.nobody': 'لا أحد غيرك هنا بعد.',
  'pip.leave': 'هل تريد مغادرة الزيارة؟',
  'pip.stay': 'البقاء',
  'pip.confirm': 'مغادرة',
} satisfies Translated<typeof english>;
