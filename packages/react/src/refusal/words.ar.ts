import type { Translated } from '../messages-catalogue/phrase.ts';
import type { refusalWords as english } from './words.en.ts';

export const refusalWords = {
  'rule.Q-SECURE-PAGE': 'تحتاج الزيارة إلى صفحة آمنة. افتح العنوان الذي يبدأ بـ https.',
  'rule.Q-NEUTRAL-PATH': 'قد يحتوي عنوان هذه الصفحة على شيء شخصي.',
  'rule.Q-VENDOR-AGREEMENT': 'لم تسجّل العيادة بعد اتفاقها مع مزوّد الفيديو.',
  'rule.Q-RELAY-OPERATOR': 'لم تسجّل العيادة بعد من المسؤول عن خادم هذه الزيارة.',
  'rule.W1-04': 'باب الزيارة مفتوح أو قد يكون مفتوحًا: يدخل كل من لديه عنوانها.',
  'rule.W2-04': 'تمر الصورة والصوت أو قد يمران عبر خادم لمزوّد الفيديو.',
  'rule.Q-NO-STREAMING': 'الزيارة تُبث إلى الخارج أو قد تُبث.',
  'rule.Q-NO-UNCONSENTED-RECORDING': 'الزيارة تُسجَّل أو قد تُسجَّل دون موافقة الجميع.',
  'rule.Q-SWITCHED-OFF': 'أوقفت العيادة هذه الميزة.',
  'rule.Q-CAPABILITY': 'هذا غير ممكن مع مزوّد الفيديو الحالي.',
  'rule.Q-ROLE-CLINICIAN': 'لا يستطيع القيام بذلك إلا الطبيب.',
  'rule.Q-ROLE-SHARE-SCREEN': 'لا يشارك الشاشة إلا الطبيب والمريض والأسرة.',
  'rule.Q-ADMITTED': 'يعمل هذا بعد الاتصال والسماح لك بالدخول.',
  'rule.Q-TRIPWIRE': 'أُوقف الصوت والصورة لحماية الأشخاص في هذه الزيارة.',
  'rule.Q-DIRECT-MESSAGES': 'الرسائل متوقفة في هذه الزيارة.',
  'rule.Q-MESSAGE-IDENTITY': 'تحتاج الرسائل إلى هوية مؤكدة، وهذه الصفحة لا تملكها.',
  'rule.Q-CONSENT-FIRST': 'يلزم أولًا موافقة الجميع.',
} satisfies Translated<typeof english>;
