import type { Translated } from '../messages-catalogue/phrase.ts';
import type { effectsWords as english } from './words.en.ts';

/** Arabic words of the effects on a person's own picture and sound. */
export const effectsWords: Translated<typeof english> = {
  'effects.heading': 'الصورة والصوت',
  'effects.blur': 'تمويه الخلفية',
  'effects.noise-suppression': 'تقليل ضجيج الخلفية',
  'effects.blur.starting': 'جارٍ البدء. لا يرى الآخرون صورة حتى يصبح التمويه جاهزًا.',
  'effects.blur.on': 'خلفيتك مموّهة.',
  'effects.blur.too-slow': 'خلفيتك مموّهة، لكن هذا الجهاز بطيء: يرى الآخرون صورتك تتحرك متقطعة.',
  'effects.blur.failed':
    'تعذّر تمويه الخلفية. تبقى الكاميرا مطفأة كي لا يراها أحد. شغّل الكاميرا للمحاولة مرة أخرى، أو أوقف التمويه.',
  'effects.noise-suppression.starting': 'جارٍ البدء.',
  'effects.noise-suppression.on': 'ضجيج الخلفية يُقلَّل.',
  'effects.noise-suppression.too-slow': 'ضجيج الخلفية يُقلَّل، لكن هذا الجهاز بطيء.',
  'effects.noise-suppression.failed': 'تعذّر تقليل ضجيج الخلفية. يُسمع صوتك كما هو.',
};
