import type { Translated } from '../messages-catalogue/phrase.ts';
import type { chatWords as english } from './words.en.ts';

/** Arabic words of the chat. */
export const chatWords: Translated<typeof english> = {
  'chat.heading': 'المحادثة',
  'chat.introduction': 'تصل الرسالة إلى شخص واحد فقط. لا يُحفظ شيء بعد الزيارة.',
  'chat.recorded': 'هذه الزيارة مسجّلة. الرسائل ليست في التسجيل إلا إذا شوركت شاشة تُظهرها.',
  'chat.close': 'إغلاق المحادثة',
  'chat.recipient': 'رسالة إلى',
  'chat.unread': {
    zero: 'لا جديد',
    one: 'رسالة جديدة',
    two: 'رسالتان جديدتان',
    few: '{count} رسائل جديدة',
    many: '{count} رسالة جديدة',
    other: '{count} جديدة',
  },
  'chat.gone': 'لا يمكن الوصول إليه الآن',
  'chat.message': 'الرسالة',
  'chat.send': 'إرسال',
  'chat.keys': 'مفتاح Enter يرسل، وShift مع Enter يبدأ سطرًا جديدًا.',
  'chat.conversation': 'المحادثة مع',
  'chat.earlier': 'عرض الرسائل الأقدم',
  'chat.sending': 'جارٍ الإرسال',
  'chat.delivered': 'وصلت',
  'chat.failed': 'لم تصل',
  'chat.tryAgain': 'أعد المحاولة',
  'chat.nobody': 'لا يوجد من تكتب إليه بعد. يمكنك الكتابة إلى شخص بعد دخوله الزيارة والتحقق منه.',
  'chat.nothingYet': 'لا رسائل بعد.',
  'chat.chooseFirst': 'اختر لمن الرسالة.',
  'chat.writeFirst': 'اكتب رسالة أولًا.',
  'chat.recipientGone': 'لا يمكن الوصول إلى هذا الشخص الآن. ما زال نصك هنا ولم يُرسل إلى أحد.',
  'chat.interrupted': 'لا يمكن إرسال شيء حتى يعود الاتصال. نصك محفوظ.',
  'chat.openLink': 'هل تريد فتح الرابط خارج الزيارة؟',
  'chat.openLinkTo': 'يقود إلى {host} وهو ليس جزءًا من هذه الزيارة.',
  'chat.openLinkConfirm': 'فتح الرابط',
  'chat.openLinkCancel': 'إبقاؤه مغلقًا',
};
