import type { Translated } from '../messages-catalogue/phrase.ts';
import type { announcerWords as english } from './words.en.ts';

export const announcerWords = {
  'announce.waiting': 'العيادة تعلم أنك هنا. يُرجى الانتظار حتى يُسمح لك بالدخول.',
  'announce.kept-waiting': 'اطّلع الطبيب على طلبك وسيكون معك قريبًا.',
  'announce.joined': 'أنت الآن في الزيارة.',
  'announce.reconnecting': 'انقطع الاتصال. جارٍ محاولة استعادته.',
  'announce.reconnected': 'عاد الاتصال.',
  'announce.ended': 'انتهت الزيارة.',
  'announce.someone-knocks': 'يطلب {name} الانضمام.',
  'announce.someone-joined': 'انضم {name}.',
  'announce.someone-left': 'غادر {name}.',
  'announce.crowd-someone-joined': {
    few: 'انضم {count} أشخاص.',
    many: 'انضم {count} شخصًا.',
    other: 'انضم {count} شخص.',
  },
  'announce.crowd-someone-left': { few: 'غادر {count} أشخاص.', many: 'غادر {count} شخصًا.', other: 'غادر {count} شخص.' },
  'announce.hand-raised': 'رفع {name} يده.',
  'announce.message-received': 'رسالة جديدة من {name}.',
  'announce.message-failed': 'لم تصل رسالة إلى {name}.',
  'announce.microphone-on': 'الميكروفون مفتوح.',
  'announce.microphone-off': 'الميكروفون مكتوم.',
  'announce.camera-on': 'الكاميرا مفتوحة.',
  'announce.camera-off': 'الكاميرا مغلقة.',
  'announce.screen-on': 'أنت تشارك شاشتك.',
  'announce.screen-off': 'توقفت مشاركة الشاشة.',
  'announce.microphone-lost': 'توقف ميكروفونك عن العمل. لا يستطيع الآخرون سماعك.',
  'announce.camera-lost': 'توقفت كاميرتك عن العمل. لا يستطيع الآخرون رؤيتك.',
  'announce.screen-lost': 'توقفت مشاركة الشاشة.',
  'announce.muted-by': 'كتم {name} ميكروفونك.',
  'announce.asked-to-unmute': 'يطلب منك {name} فتح ميكروفونك.',
} satisfies Translated<typeof english>;
