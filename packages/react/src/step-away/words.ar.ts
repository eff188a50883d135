import type { Translated } from '../messages-catalogue/phrase.ts';
import type { stepAwayWords as english } from './words.en.ts';

export const stepAwayWords = {
  'away.control': 'الابتعاد قليلًا',
  'away.title': 'لقد ابتعدت',
  'away.text': 'الكاميرا والميكروفون والشاشة متوقفة، وهذه الصفحة مغطاة. الزيارة مستمرة.',
  'away.back': 'العودة',
  'logoff.inactive': 'هل ما زلت هنا؟',
  'logoff.alone': 'أنت وحدك في هذه الزيارة',
  'logoff.text': {
    zero: 'لحماية ما على هذه الشاشة ستغادر الزيارة الآن.',
    one: 'لحماية ما على هذه الشاشة ستغادر الزيارة خلال ثانية واحدة.',
    two: 'لحماية ما على هذه الشاشة ستغادر الزيارة خلال ثانيتين.',
    few: 'لحماية ما على هذه الشاشة ستغادر الزيارة خلال {count} ثوانٍ.',
    many: 'لحماية ما على هذه الشاشة ستغادر الزيارة خلال {count} ثانية.',
    other: 'لحماية ما على هذه الشاشة ستغادر الزيارة خلال {count} ثانية.',
  },
  'logoff.stay': 'البقاء في الزيارة',
} satisfies Translated<typeof english>;
