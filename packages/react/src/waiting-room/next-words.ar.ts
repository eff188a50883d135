import type { Translated } from '../messages-catalogue/phrase.ts';
import type { waitingNextWords as english } from './next-words.en.ts';

/** Arabic words of what comes after the waiting room. */
export const waitingNextWords = {
  'next.heading': 'ماذا يحدث بعد ذلك',
  'next.seen': 'يرى الطاقم السريري أنك تنتظر.',
  'next.letIn': 'يسمح لك بالدخول، وتتغير هذه الصفحة من تلقاء نفسها.',
  'next.begin': 'ترون وتسمعون بعضكم بعضًا.',
  'next.place': 'دورك محفوظ ما دامت هذه الصفحة مفتوحة.',
  'next.long': 'إذا طال الانتظار أكثر مما توقعت فاتصل بالعيادة. لا حاجة إلى إغلاق أي شيء من أجل ذلك.',
} satisfies Translated<typeof english>;
