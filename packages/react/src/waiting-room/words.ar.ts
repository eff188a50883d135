import type { Translated } from '../messages-catalogue/phrase.ts';
import type { waitingRoomWords as english } from './words.en.ts';

/** Arabic words of the waiting room. */
export const waitingRoomWords: Translated<typeof english> = {
  'waiting.heading': 'أنت في غرفة الانتظار',
  'waiting.asked': 'وصل طلبك. سيسمح لك أحد أفراد الطاقم السريري بالدخول عندما يكون جاهزًا.',
  'waiting.keptHeading': 'يُرجى الانتظار قليلًا',
  'waiting.kept': 'يعلم الطاقم السريري بوجودك ويحتاج إلى مزيد من الوقت. دورك محفوظ.',
  'waiting.admittedHeading': 'يجري إدخالك الآن',
  'waiting.admitted': 'جارٍ تجهيز الزيارة. لن يستغرق ذلك سوى لحظة.',
  'waiting.connectingHeading': 'جارٍ الاتصال',
  'waiting.connecting': 'جارٍ إعداد الاتصال. لن يستغرق ذلك سوى لحظة.',
  'waiting.unseen': 'لا أحد يستطيع رؤيتك أو سماعك قبل السماح لك بالدخول.',
  'waiting.nothingToDo': 'لا شيء آخر عليك فعله. أبقِ هذه الصفحة مفتوحة.',
  'waiting.lessThanAMinute': 'أقل من دقيقة',
  'waiting.elapsed': 'مدة انتظارك: {duration}.',
  'waiting.cancel': 'إلغاء الطلب',
  'waiting.emergency': 'إذا كانت هذه حالة طارئة فلا تنتظر هنا. اتصل برقم الطوارئ المحلي.',

  'waitingList.heading': 'بانتظار الدخول',
  'waitingList.unverified': 'ضيف، لم يُتحقق منه',
  'waitingList.since': 'ينتظر منذ {time}',
  'waitingList.kept': 'طُلب منه الانتظار',
  'waitingList.admit': 'السماح بدخول',
  'waitingList.keepWaiting': 'إبقاء قيد الانتظار',
  'waitingList.decline': 'رفض',
  'waitingList.coveredHeading': 'هناك من ينتظر',
  'waitingList.covered': 'أسماء المنتظرين مخفية أثناء مشاركة شاشتك كي لا يراها الآخرون. أوقف المشاركة لرؤية القائمة.',

  'admit.heading': 'هل تسمح بدخول هذا الشخص؟',
  'admit.description': 'سيرى ويسمع كل من في الزيارة. تأكد من أنه الشخص الذي تتوقعه.',
  'admit.unverified': 'لم يؤكد خادم العيادة هوية هذا الشخص. لا تسمح بدخوله إلا إذا كنت تعرف من هو بطريقة أخرى.',
  'admit.checkedName': 'تحققت من الاسم',
  'admit.expected': 'هذا هو الشخص الذي أتوقعه',
  'admit.confirm': 'السماح بالدخول',
  'admit.cancel': 'إلغاء',
  'admit.bothFirst': 'أكّد النقطتين أولًا.',
  'admit.gone': 'لم يعد هذا الشخص ينتظر.',
  'admit.covered': 'الاسم مخفي أثناء مشاركة شاشتك. أوقف المشاركة للتحقق منه.',
};
