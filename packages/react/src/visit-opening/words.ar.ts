import type { Translated } from '../messages-catalogue/phrase.ts';
import type { visitOpeningWords as english } from './words.en.ts';

export const visitOpeningWords = {
  'opening.heading': 'بداية الزيارة',
  'opening.progress': 'تم {done} من {all}',
  'opening.identity': 'تطابق دليلان على الهوية، مثل الاسم الكامل وتاريخ الميلاد.',
  'opening.location': 'أعرف مكان المريض الآن، إن اضطررت إلى إرسال المساعدة.',
  'opening.emergency': 'أعرف بمن أتصل هناك في حالة الطوارئ، وكيف أصل إلى المريض إذا توقف الفيديو.',
  'opening.company': 'قال كل منا من غيرنا في الغرفة أو يستطيع سماعنا.',
  'opening.credentials': 'قلت من أنا وما ترخيصي.',
  'opening.video': 'يوافق المريض على أن يُرى بالفيديو، ويعرف أن له أن يرفض.',
  'opening.note': 'لا يدخل السجل إلا العلامات، ولا شيء مما قيل. في حالة الطوارئ تابع بدونها.',
  'opening.finish': 'تسجيل وإغلاق',
  'opening.goOn': 'المتابعة دون الباقي',
  'opening.preview': 'ما ستُسأل عنه أولًا',
  'opening.preview.identity': 'اسمك الكامل وتاريخ ميلادك، حتى لا يُظن أحد شخصًا آخر.',
  'opening.preview.location': 'مكانك الآن، حتى تصل إليك المساعدة إن احتجت إليها.',
  'opening.preview.emergency': 'رقم هاتف، في حال توقف الفيديو.',
  'opening.preview.company': 'من غيرك في الغرفة. أنت تقرر من يمكنه الاستماع.',
  'opening.preview.credentials': 'يقول لك الطبيب من هو. يمكنك أن تطلب رؤية بطاقته.',
  'opening.preview.video': 'هل توافق على زيارة بالفيديو. يمكنك أن تقول لا.',
  'opening.preview.note': 'تقول ذلك للطبيب شفهيًا. لا شيء يُكتب هنا.',
} satisfies Translated<typeof english>;
