import { describe, expect, it } from 'vitest';
import { ar } from '../locales/ar.ts';
import { es } from '../locales/es.ts';
import { createLaterWords, createWords } from './create-words.ts';
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

  it('has a form for every number that can come, and a plural wherever English has one', () => {
    const plurals = new Intl.PluralRules(locale);
    for (const [key, phrase] of Object.entries(phrases)) {
      if (typeof english[key] !== 'string') expect(typeof phrase, key).toBe('object');
      // A crowd is three or more, and Spanish needs its “many” for millions only.
      const numbers = key.startsWith('announce.crowd') ? [3, 11, 100] : [0, 1, 2, 3, 11, 100];
      if (typeof phrase === 'string' || locale === pseudo.locale) continue;
      for (const number of numbers) expect(Object.keys(phrase), key).toContain(plurals.select(number));
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

  it('know all six forms of Arabic', () => {
    const { say } = createLaterWords(createWords(ar), laterEnglish);
    const said = [0, 1, 2, 3, 11, 100].map((count) => say('safety.toLookAt', { count }));
    expect(new Set(said).size).toBe(6);
    expect(said.slice(0, 3).join(' ')).not.toMatch(/[0-9٠-٩]/);
  });

  it('keep a name in another script from pulling the words around it out of their order', () => {
    const knocks = (words: typeof en, name: string) => createWords(words).say('announce.someone-knocks', { name });
    expect(knocks(ar, 'Zylphia Quonsett')).toBe('يطلب \u2068Zylphia Quonsett\u2069 الانضمام.');
    expect(knocks(en, 'زلفيا')).toBe('\u2068زلفيا\u2069 asks to join.');
    expect(knocks(en, 'Zylphia Quonsett')).toBe('Zylphia Quonsett asks to join.');
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
