import type { Translated } from '../messages-catalogue/phrase.ts';
import type { peopleWords as english } from './words.en.ts';

/** Arabic words of the people panel. */
export const peopleWords: Translated<typeof english> = {
  'people.heading': 'الأشخاص',
  'people.list': 'المشاركون',
  'people.close': 'إغلاق قائمة الأشخاص',
  'people.you': 'أنت',
  'people.alone': 'لا أحد غيرك في الزيارة بعد.',
  'people.verified': 'تم التحقق',
  'people.unverified': 'لم يُتحقق منه',
  'people.microphoneOn': 'الميكروفون يعمل',
  'people.microphoneOff': 'مكتوم',
  'people.cameraOn': 'الكاميرا تعمل',
  'people.cameraOff': 'الكاميرا مطفأة',
  'people.sharing': 'يشارك الشاشة',
  'people.handRaised': 'رفع يده',
  'people.poorConnection': 'اتصال ضعيف',
  'people.lostConnection': 'انقطع الاتصال',
  'people.mute': 'كتم',
  'people.askToUnmute': 'طلب إلغاء الكتم من',
  'people.message': 'الكتابة إلى',
  'people.remove': 'إخراج من الزيارة',
  'people.lock': 'قفل الزيارة',
  'people.unlock': 'فتح الزيارة',
  'people.lockedNote': 'الزيارة مقفلة. لا يمكن لأحد آخر طلب الدخول.',
  'people.unlockedNote': 'ما زال بإمكان آخرين طلب الدخول.',
  'people.asked': 'أُرسل الطلب',

  'remove.heading': 'هل تريد إخراج هذا الشخص من الزيارة؟',
  'remove.description': 'ينقطع اتصاله فورًا وعليه طلب الدخول من جديد.',
  'remove.confirm': 'إخراج',
  'remove.cancel': 'إلغاء',
};
