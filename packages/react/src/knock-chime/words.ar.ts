import type { Translated } from '../messages-catalogue/phrase.ts';
import type { chimeWords as english } from './words.en.ts';

/** Arabic words of the sound of a knock. */
export const chimeWords = {
  'chime.off': 'إيقاف صوت التنبيه',
  'chime.on': 'تشغيل صوت التنبيه',
} satisfies Translated<typeof english>;
