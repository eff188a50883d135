import type { Translated } from '../messages-catalogue/phrase.ts';
import type { refusalWords as english } from './words.en.ts';

export const refusalWords = {
  'rule.W1-04': 'باب الزيارة مفتوح أو قد يكون مفتوحًا: يدخل كل من لديه عنوانها.',
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
  'rule.Q-NO-UNCONSENTED-CAPTIONS': 'يُحوَّل الكلام إلى نص أو قد يُحوَّل دون موافقة الجميع.',
  'rule.W1-18': 'لا تستخدم العيادة هذه الميزة.',
  'rule.Q-PAUSED': 'الصوت والصورة بانتظار إجابتك: هنا شخص لا يضمنه أحد.',
  'rule.H1-09': 'لم تتحقق العيادة بعد من مكان حفظ التسجيلات.',
} satisfies Translated<typeof english>;
