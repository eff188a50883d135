import type { Translated } from '../messages-catalogue/phrase.ts';
import type { shortcutHelpWords as english } from './words.en.ts';

/** Arabic words of the list of keys. */
export const shortcutHelpWords = {
  'keys.heading': 'المفاتيح التي تعمل هنا',
  'keys.none': 'لا اختصارات غيرها: لا يفعل أي مفتاح وحده شيئًا، فلا يعترض أي منها متصفحك أو قارئ الشاشة.',
  'keys.tab': 'Tab',
  'keys.tabDoes': 'إلى الجزء التالي من الصفحة؛ وشريط الأدوات محطة واحدة',
  'keys.arrows': 'الأسهم وHome وEnd',
  'keys.arrowsDo': 'من أداة إلى أداة في الشريط، ومن شخص إلى شخص في المحادثة',
  'keys.enter': 'Enter',
  'keys.enterDoes': 'يضغط أداة، ويرسل ما كتبته في المحادثة',
  'keys.line': 'Shift + Enter',
  'keys.lineDoes': 'يبدأ سطرًا جديدًا في المحادثة',
  'keys.escape': 'Escape',
  'keys.escapeDoes': 'يغلق لوحة أو نافذة حوار ويعود إلى حيث كنت',
} satisfies Translated<typeof english>;
