import type { Translated } from '../messages-catalogue/phrase.ts';
import type { unexpectedWords as english } from './words.en.ts';

export const unexpectedWords = {
  'unexpected.heading': '{name} موجود هنا ولا أحد يضمنه',
  'unexpected.why': 'صوتك وصورتك ينتظران. لا يُرسل شيء حتى تجيب.',
  'unexpected.expected': 'إنه متوقع: تابع',
  'unexpected.remove': 'إخراج من الزيارة',
  'unexpected.askClinician': 'إن كنت لا تعرفه فاطلب من الطبيب إخراجه، أو غادر الزيارة.',
} satisfies Translated<typeof english>;
