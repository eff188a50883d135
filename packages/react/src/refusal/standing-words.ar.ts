import type { Translated } from '../messages-catalogue/phrase.ts';
import type { standingRuleWords as english } from './standing-words.en.ts';

export const standingRuleWords = {
  'rule.Q-SECURE-PAGE': 'تحتاج الزيارة إلى صفحة آمنة. افتح العنوان الذي يبدأ بـ https.',
  'rule.Q-NEUTRAL-PATH': 'قد يحتوي عنوان هذه الصفحة على شيء شخصي.',
  'rule.Q-KNOWN-IDENTIFIERS': 'ستسلّم هذه الصفحة شيئًا عن شخص لا يجوز أن يخرج أبدًا. اطلب من العيادة رابطًا جديدًا.',
  'rule.Q-NEUTRAL-REFERENCE': 'قد يحتوي اسم الغرفة على شيء شخصي.',
  'rule.Q-VENDOR-AGREEMENT': 'لم تسجّل العيادة بعد اتفاقها مع مزوّد الفيديو.',
  'rule.Q-RELAY-OPERATOR': 'لم تسجّل العيادة بعد من المسؤول عن خادم هذه الزيارة.',
  'rule.W2-04': 'تمر الصورة والصوت أو قد يمران عبر خادم لمزوّد الفيديو.',
  'rule.Q-PART2-PATH': 'قد يكشف عنوان هذه الصفحة ما يُعالَج منه شخص ما.',
  'rule.Q-PART2-CAPTURE': 'لا يسجّل هذا البرنامج وليس فيه تسميات توضيحية.',
  'rule.B-05': 'لم يُسجَّل بعد أن مزوّد الفيديو هذا يجوز له نقل المعلومات الصحية.',
  'rule.Q-PASSES': 'لا يُثبَت دور أحد في هذه الصفحة، ولا توجد رسائل.',
  'rule.Q-EXPECTED-PEOPLE': 'في الزيارة شخص لم يؤكد أحد هويته.',
  'rule.H1-35': 'مساحة عمل مزوّد الفيديو ليست مخصصة للمعلومات الصحية أو قد لا تكون.',
  'rule.H1-45': 'قد يستطيع شخص في هذه الغرفة بثها إلى الخارج.',
  'rule.H1-46': 'تُسجَّل الزيارة أو قد تُسجَّل بطريقة غير مسموح بها.',
} satisfies Translated<typeof english>;
