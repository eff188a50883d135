import type { Translated } from '../messages-catalogue/phrase.ts';
import type { copyDiagnosticsWords as english } from './words.en.ts';

export const copyDiagnosticsWords = {
  'diagnostics.copy': 'نسخ بيانات التشخيص',
  'diagnostics.copied': 'تم النسخ: حالة الزيارة من دون أسماء أو أرقام أو رسائل.',
  'diagnostics.failed': 'تعذر النسخ.',
} satisfies Translated<typeof english>;
