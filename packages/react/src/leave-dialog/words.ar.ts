import type { Translated } from '../messages-catalogue/phrase.ts';
import type { leaveDialogWords as english } from './words.en.ts';

export const leaveDialogWords = {
  'leave.title': 'هل تريد مغادرة الزيارة؟',
  'leave.text': 'ستُغلق الكاميرا والميكروفون. يمكنك العودة ما دامت الزيارة مستمرة.',
  'leave.stay': 'البقاء',
  'leave.confirm': 'مغادرة',
  'end.title': 'هل تريد إنهاء الزيارة للجميع؟',
  'end.text': 'سينقطع اتصال الجميع وستُمحى الرسائل من هذه الصفحة.',
  'end.stay': 'إبقاء الزيارة',
  'end.confirm': 'إنهاء الزيارة',
} satisfies Translated<typeof english>;
