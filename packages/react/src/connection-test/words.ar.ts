import type { Translated } from '../messages-catalogue/phrase.ts';
import type { connectionTestWords as english } from './words.en.ts';

/** Arabic words of the connection test. */
export const connectionTestWords: Translated<typeof english> = {
  'connection.test': 'اختبار الاتصال',
  'connection.hint': 'يحاول الوصول إلى الزيارة دون الدخول إليها.',
  'connection.testing': 'جارٍ اختبار الاتصال.',
  'connection.works': 'اتصالك يصل إلى الزيارة.',
  'connection.failed': 'اتصالك لا يصل إلى الزيارة. تحقق من الإنترنت أو استخدم شبكة أخرى ثم أعد الاختبار.',
  'connection.strict': 'الزيارة تستجيب، لكن يبدو أن شبكتك تحجب الصورة والصوت. استخدم شبكة أخرى إن أمكن.',
  'connection.refused': 'لا يمكن اختبار الاتصال هنا.',
  'connection.server': 'خادم الزيارة',
  'connection.stun': 'طريق مباشر للصورة والصوت',
  'connection.turn': 'طريق بديل للشبكات المقيّدة',
  'connection.reached': 'استجاب خلال {milliseconds} مللي ثانية',
  'connection.unreached': 'لم يستجب',
  'connection.notConfigured': 'لم تُعِدّه العيادة',
  'connection.download': 'تنزيل التقرير',
  'connection.downloadHint': 'لدعم العيادة. لا يحتوي على أسماء ولا أسماء أجهزة ولا عناوين.',
};
