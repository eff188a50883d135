import type { Translated } from '../messages-catalogue/phrase.ts';
import type { rosterNameWords as english } from './words.en.ts';

export const rosterNameWords = {
  'name.clinician': 'الطبيب {code}',
  'name.patient': 'المريض {code}',
  'name.interpreter': 'المترجم {code}',
  'name.family': 'أحد أفراد الأسرة {code}',
  'name.observer': 'المراقب {code}',
  'name.guest': 'ضيف',
  'name.recorder': 'جهاز التسجيل',
  'name.self': 'أنت',
} satisfies Translated<typeof english>;
