import type { Catalogue } from './catalogue.ts';
import { english } from './english.ts';

/** English, the language the others are checked against. */
export const en: Catalogue = { locale: 'en', direction: 'ltr', reviewed: true, phrases: english };
