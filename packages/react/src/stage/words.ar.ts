import type { Translated } from '../messages-catalogue/phrase.ts';
import type { stageWords as english } from './words.en.ts';

export const stageWords = {
  'stage.people': 'الأشخاص في الزيارة',
  'stage.empty': 'أنت وحدك هنا الآن',
  'stage.emptyText': 'سيظهر الآخرون فور انضمامهم.',
  'stage.cameraOff': 'الكاميرا مغلقة',
  'stage.muted': 'الميكروفون مكتوم',
  'stage.handRaised': 'اليد مرفوعة',
  'stage.poor': 'اتصال ضعيف',
  'stage.lost': 'انقطع الاتصال',
  'stage.lostText': 'لم نعد نستقبل هذا الشخص. ننتظر عودته.',
  'stage.sharedBy': 'شاشة {name}',
  'stage.sharing': 'أنت تشارك شاشتك',
  'stage.sharingNames': 'تُخفى الأسماء في هذه الصفحة أثناء المشاركة.',
  'stage.stopSharing': 'إيقاف المشاركة',
  'stage.selfView': 'كاميرتك',
  'stage.mirrored': 'يراك الآخرون بالاتجاه الصحيح.',
  'stage.soundBlocked': 'المتصفح يمنع تشغيل الصوت.',
  'stage.playSound': 'تشغيل الصوت',
} satisfies Translated<typeof english>;
