import type { Translated } from '../messages-catalogue/phrase.ts';
import type { unexpectedWords as english } from './words.en.ts';

export const unexpectedWords = {
  'unexpected.heading': '{name} موجود هنا ولم يؤكد أحد هويته',
  'unexpected.why': 'صوتك وصورتك متوقفان حتى تجيب.',
  'unexpected.expected': 'أتوقع حضوره: تابع',
  'unexpected.remove': 'إخراج من الزيارة',
  'unexpected.askClinician': 'إن كنت لا تعرفه فاطلب من الطبيب إخراجه، أو غادر الزيارة.',
} satisfies Translated<typeof english>;
