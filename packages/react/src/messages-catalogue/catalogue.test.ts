import { describe, expect, it } from 'vitest';
import { ar } from '../locales/ar.ts';
import { es } from '../locales/es.ts';
import { createWords } from './create-words.ts';
import { en } from './en.ts';
import type { Phrase } from './phrase.ts';
import { laterEnglish } from './later-english.ts';
import { pseudo } from './pseudo.ts';

const english: Readonly<Record<string, Phrase>> = { ...en.phrases, ...laterEnglish };
const forms = (phrase: Phrase): string[] =>
  typeof phrase === 'string' ? [phrase] : Object.values<string>({ ...phrase });
const placeholders = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '').sort();
const other = (phrase: Phrase): string => (typeof phrase === 'string' ? phrase : phrase.other);

describe.each([es, ar, pseudo])('$locale', ({ locale, later, ...first }) => {
  const phrases: Readonly<Record<string, Phrase>> = { ...first.phrases, ...later };

  it('has every phrase and no other', () => {
    expect(Object.keys(phrases).sort()).toEqual(Object.keys(english).sort());
  });

  it('fills the same placeholders', () => {
    for (const [key, phrase] of Object.entries(english)) {
      const wanted = placeholders(other(phrase));
      expect(placeholders(other(phrases[key] ?? '')), key).toEqual(wanted);
      // “One person” may be said without the number.
      for (const form of forms(phrases[key] ?? ''))
        expect(wanted, key).toEqual(expect.arrayContaining(placeholders(form)));
    }
  });

  it('gives no empty phrase, and no wrong plural form', () => {
    const plurals: string[] = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
    for (const [key, phrase] of Object.entries(phrases)) {
      for (const form of forms(phrase)) expect(form.trim(), key).not.toBe('');
      if (typeof phrase !== 'string' && locale !== pseudo.locale)
        expect(plurals, key).toEqual(expect.arrayContaining(Object.keys(phrase)));
    }
  });
});

describe('every catalogue', () => {
  it.each([en, es, ar])('$locale promises nothing it cannot keep', ({ phrases, later }) => {
    for (const phrase of Object.values({ ...phrases, ...later }))
      for (const form of forms(phrase))
        expect(form).not.toMatch(/HIPAA|end-to-end|extremo a extremo|anonym|anónim|certified/i);
  });

  it('says that no person has reviewed the translations', () => {
    expect([es.reviewed, ar.reviewed, pseudo.reviewed]).toEqual([false, false, false]);
  });
});

describe('words', () => {
  it('choose the plural form and write numbers the person’s way', () => {
    expect(createWords(en).say('toolbar.chatUnread', { count: 1 })).toBe('1 unread message');
    expect(createWords(en).say('toolbar.chatUnread', { count: 2 })).toBe('2 unread messages');
    expect(createWords(ar).say('toolbar.chatUnread', { count: 2 })).toBe('رسالتان غير مقروءتين');
  });

  it('let the host’s translator have the first word, and fill its placeholders', () => {
    const words = createWords(en, (key) => (key === 'announce.someone-joined' ? '{name} ist da.' : undefined));
    expect(words.say('announce.someone-joined', { name: 'Patient K7Q4' })).toBe('Patient K7Q4 ist da.');
    expect(words.say('announce.someone-left', { name: 'Patient K7Q4' })).toBe('Patient K7Q4 left.');
  });

  it('put a parameter in as it is, whatever it looks like', () => {
    expect(createWords(en).say('announce.someone-left', { name: '{name} $& {count}' })).toBe('{name} $& {count} left.');
  });
});
