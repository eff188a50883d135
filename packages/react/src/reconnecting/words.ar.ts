import type { Translated } from '../messages-catalogue/phrase.ts';
import type { reconnectingWords as english } from './words.en.ts';

export const reconnectingWords = {
  'reconnecting.title': 'جارٍ إعادة الاتصال…',
  'reconnecting.text': 'انقطع الاتصال ونحاول استعادته. لا حاجة إلى فعل أي شيء.',
} satisfies Translated<typeof english>;
