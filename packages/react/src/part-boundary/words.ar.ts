import type { Translated } from '../messages-catalogue/phrase.ts';
import type { partBoundaryWords as english } from './words.en.ts';

export const partBoundaryWords = {
  'part.broken': 'تعذر تشغيل هذا الجزء من الصفحة.',
  'part.remedy': 'الزيارة مستمرة. تحقق من اتصالك وحاول مرة أخرى.',
  'part.leave': 'مغادرة الزيارة',
} satisfies Translated<typeof english>;
