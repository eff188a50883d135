import type { Translated } from '../messages-catalogue/phrase.ts';
import type { noticesWords as english } from './words.en.ts';

export const noticesWords = {
  'notices.mutedBy': 'كتم {name} ميكروفونك.',
  'notices.askedToUnmute': 'يطلب منك {name} فتح ميكروفونك.',
  'notices.stayMuted': 'البقاء صامتًا',
  'notices.microphoneInterrupted': 'انقطع ميكروفونك، بسبب مكالمة هاتفية مثلًا. لا يستطيع الآخرون سماعك.',
  'notices.cameraInterrupted': 'هناك ما يحجب كاميرتك، مكالمة هاتفية مثلًا. لا يستطيع الآخرون رؤيتك.',
  'notices.microphoneSilent': 'ميكروفونك مفتوح لكن لا يصل منه أي صوت. تكلّم أو شغّله من مفتاحه أو اختر ميكروفونًا آخر.',
  'notices.pauseOver': 'لم يعد هنا أحد مجهول. صوتك وصورتك ما زالا متوقفين.',
  'notices.goOn': 'متابعة',
  'notices.dismiss': 'إخفاء',
} satisfies Translated<typeof english>;
