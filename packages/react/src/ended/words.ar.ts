import type { Translated } from '../messages-catalogue/phrase.ts';
import type { endedWords as english } from './words.en.ts';

export const endedWords = {
  'ended.left.title': 'لقد غادرت الزيارة',
  'ended.left.text': 'الكاميرا والميكروفون مغلقان. يمكنك العودة ما دامت الزيارة مستمرة.',
  'ended.cancelled.title': 'لم تعد في الانتظار',
  'ended.cancelled.text': 'سُحب طلبك. يمكنك الطلب مجددًا متى كنت مستعدًا.',
  'ended.closed.title': 'أُغلقت الزيارة',
  'ended.closed.text': 'الكاميرا والميكروفون مغلقان.',
  'ended.declined.title': 'لم يُسمح لك بالدخول',
  'ended.declined.text': 'لم يتمكن الطبيب من إدخالك الآن. يُرجى الاتصال بالعيادة إذا كنت تظن أن هناك خطأ.',
  'ended.removed.title': 'أُخرجت من الزيارة',
  'ended.removed.text': 'الكاميرا والميكروفون مغلقان. يُرجى الاتصال بالعيادة إذا كنت تظن أن هناك خطأ.',
  'ended.ended-for-everyone.title': 'انتهت الزيارة',
  'ended.ended-for-everyone.text': 'أنهى الطبيب الزيارة. الكاميرا والميكروفون مغلقان.',
  'ended.replaced.title': 'الزيارة مفتوحة في مكان آخر',
  'ended.replaced.text': 'انضممت من نافذة أو جهاز آخر، لذلك توقفت هذه الصفحة.',
  'ended.refused.title': 'لا يمكن بدء الزيارة بعد',
  'ended.refused.text': 'قواعد هذه الزيارة غير مستوفاة، ولم يُرسل شيء. يُرجى إبلاغ العيادة بما هو مذكور هنا.',
  'ended.refused.rules': 'ما لم يُستوفَ',
  'ended.failed.title': 'توقفت الزيارة بسبب مشكلة',
  'ended.again': 'الانضمام مجددًا',
  'ended.askAgain': 'الطلب مجددًا',
  'ended.lasted': 'استغرقت الزيارة {duration}.',
  'ended.close': 'يمكنك إغلاق هذه الصفحة.',
  'ended.erased': 'مُحيت الرسائل من هذه الصفحة.',
} satisfies Translated<typeof english>;
