import type { Translated } from '../messages-catalogue/phrase.ts';
import type { visitTimerWords as english } from './words.en.ts';

/** Arabic words of the visit timer. */
export const visitTimerWords = {
  'timer.label': 'مدة الزيارة',
} satisfies Translated<typeof english>;
