import type { Translated } from '../messages-catalogue/phrase.ts';
import type { weakConnectionWords as english } from './words.en.ts';

/** Arabic words of the offer to do without pictures. */
export const weakConnectionWords: Translated<typeof english> = {
  'weakConnection.offer': 'الاتصال ضعيف. قد يصل الصوت أفضل من دون صور.',
  'weakConnection.cameraOff': 'إيقاف كاميرتي',
  'weakConnection.hide': 'إخفاء صور الآخرين',
  'weakConnection.hidden': 'صور الآخرين مخفية في هذه الصفحة. ما زلت تسمع الجميع.',
  'weakConnection.show': 'إظهار الصور',
  'weakConnection.hiddenButInterpreter': 'صور الآخرين مخفية في هذه الصفحة، ما عدا صورة المترجم. ما زلت تسمع الجميع.',
  'weakConnection.interpreterPoor': 'صورة المترجم رديئة وقد يفوت شيء: توقف قليلاً وتأكد من أن الجميع فهم.',
  'weakConnection.interpreterStopped': 'توقفت صورة المترجم. انتظر من فضلك قبل المتابعة.',
};
