import type { Translated } from '../messages-catalogue/phrase.ts';
import type { readinessWords as english } from './words.en.ts';

/** Arabic words of the readiness check. */
export const readinessWords: Translated<typeof english> = {
  'readiness.heading': 'افحص الكاميرا والميكروفون',
  'readiness.introduction': 'لا أحد يستطيع رؤيتك أو سماعك الآن.',
  'readiness.turnOnBoth': 'تشغيل الكاميرا والميكروفون',
  'readiness.turnOnBothHint': 'سيسألك المتصفح إن كان يُسمح لهذه الصفحة باستخدامهما.',
  'readiness.withoutDevices': 'يمكنك أيضًا الدخول من دون كاميرا أو ميكروفون وتشغيلهما لاحقًا.',
  'readiness.withoutCamera': 'الكاميرا مطفأة. لا بأس بذلك: يمكنك الدخول من دونها وتشغيلها لاحقًا.',
  'readiness.withoutMicrophone': 'الميكروفون مطفأ. يمكنك الدخول وتشغيله لاحقًا.',
  'readiness.opening': 'بانتظار المتصفح. إذا سألك فاختر «السماح».',
  'readiness.devices': 'الكاميرا والميكروفون ومكبر الصوت',
  'readiness.name': 'يرى الآخرون تسمية مثل «{example}» وليس اسمك.',
  'readiness.join': 'الدخول إلى الزيارة',
  'readiness.ask': 'طلب الدخول',
  'readiness.askHint': 'سيسمح لك أحد أفراد الطاقم السريري بالدخول.',
};
