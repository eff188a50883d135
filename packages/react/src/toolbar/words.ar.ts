import type { Translated } from '../messages-catalogue/phrase.ts';
import type { toolbarWords as english } from './words.en.ts';

export const toolbarWords = {
  'toolbar.label': 'أدوات الزيارة',
  'toolbar.mute': 'كتم الميكروفون',
  'toolbar.unmute': 'فتح الميكروفون',
  'toolbar.cameraOff': 'إغلاق الكاميرا',
  'toolbar.cameraOn': 'فتح الكاميرا',
  'toolbar.share': 'مشاركة الشاشة',
  'toolbar.stopSharing': 'إيقاف المشاركة',
  'toolbar.chat': 'المحادثة',
  'toolbar.chatUnread': {
    zero: 'لا رسائل غير مقروءة',
    one: 'رسالة واحدة غير مقروءة',
    two: 'رسالتان غير مقروءتين',
    few: '{count} رسائل غير مقروءة',
    many: '{count} رسالة غير مقروءة',
    other: '{count} رسالة غير مقروءة',
  },
  'toolbar.people': 'الأشخاص',
  'toolbar.waiting': {
    zero: 'لا أحد ينتظر',
    one: 'شخص واحد ينتظر',
    two: 'شخصان ينتظران',
    few: '{count} أشخاص ينتظرون',
    many: '{count} شخصًا ينتظرون',
    other: '{count} شخص ينتظرون',
  },
  'toolbar.raiseHand': 'رفع اليد',
  'toolbar.lowerHand': 'خفض اليد',
  'toolbar.settings': 'الإعدادات',
  'toolbar.safety': 'سلامة الزيارة',
  'toolbar.leave': 'مغادرة الزيارة',
  'toolbar.end': 'إنهاء الزيارة للجميع',
  'toolbar.pending': 'يُرجى الانتظار…',
  'toolbar.locked': 'غير متاح: {reason}',
} satisfies Translated<typeof english>;
