import type { Translated } from '../messages-catalogue/phrase.ts';
import type { identifierHintWords as english } from './words.en.ts';

export const identifierHintWords = {
  'hint.found': 'يبدو أن هذا يحتوي على {kinds}. لا يقرؤه إلا من تكتب إليه. أرسله إذا كان بحاجة إليه.',
  'hint.name': 'اسم',
  'hint.place': 'عنوان',
  'hint.date': 'تاريخ كامل أو عمر فوق 89 سنة',
  'hint.phone': 'رقم هاتف',
  'hint.fax': 'رقم فاكس',
  'hint.email': 'عنوان بريد إلكتروني',
  'hint.social-security': 'رقم ضمان اجتماعي',
  'hint.record-number': 'رقم ملف',
  'hint.health-plan': 'رقم تأمين',
  'hint.account': 'رقم بطاقة أو حساب',
  'hint.licence': 'رقم رخصة',
  'hint.vehicle': 'رقم مركبة',
  'hint.device': 'رقم جهاز',
  'hint.web-address': 'عنوان ويب',
  'hint.network-address': 'عنوان شبكة',
  'hint.code': 'رقم يخص شخصًا ما',
  'hint.known': 'شيء تحتفظ به العيادة لنفسها',
} satisfies Translated<typeof english>;
