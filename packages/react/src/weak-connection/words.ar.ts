import type { Translated } from '../messages-catalogue/phrase.ts';
import type { weakConnectionWords as english } from './words.en.ts';

/** Arabic words of the offer to do without pictures. */
export const weakConnectionWords: Translated<typeof english> = {
  'weakConnection.offer': 'الاتصال ضعيف. قد يصل الصوت أفضل من دون صور.',
  'weakConnection.cameraOff': 'إيقاف كاميرتي',
  'weakConnection.hide': 'إخفاء صور الآخرين',
  'weakConnection.hidden': 'صور الآخرين مخفية في هذه الصفحة. ما زلت تسمع الجميع.',
  'weakConnection.show': 'إظهار الصور',
};
