import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFakeClock } from '../../test/fake-clock.ts';
import { participantId } from '../contract/identity.ts';
import type { RoomCaption } from '../contract/room-patch.ts';
import { maximumCaptionLength, type Caption } from './caption.ts';
import { createCaptionLog } from './caption-log.ts';
import { readCaption } from './read-caption.ts';

const ada = participantId('ada');
const bo = participantId('bo');
const told = (text: string, changes: Partial<RoomCaption> = {}): RoomCaption => ({
  type: 'caption',
  speaker: ada,
  utterance: '1',
  text,
  final: false,
  ...changes,
});
const textOf = (text: string) => readCaption(told(text))?.text;

const open = () => {
  const clock = createFakeClock();
  const shown: (readonly Caption[])[] = [];
  const log = createCaptionLog(clock, (captions) => shown.push(captions));
  return { clock, log, shown, last: () => shown.at(-1) ?? [] };
};

describe('the words of a caption', () => {
  it('cannot move the words around them, break the line or hide something', () => {
    expect(textOf('paid\u202E 001 \u2066in\u2069 full\u2028now\u0000\u009B')).toBe('paid  001  in  full now');
    // What joins letters in Persian and emoji stays.
    expect(textOf('می\u200Cخواهم 👩\u200D⚕️')).toBe('می\u200Cخواهم 👩\u200D⚕️');
  });

  it('are the newest ones where there are too many, and never half a character', () => {
    const words = textOf(`${'a'.repeat(5000)}${'👩'.repeat(maximumCaptionLength)}`);
    expect(words).toBe(`…${'👩'.repeat(maximumCaptionLength - 1)}`);
  });

  it('are bounded and clean whatever the vendor sends', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const words = textOf(text);
        if (words === undefined) return;
        expect(Array.from(words).length).toBeLessThanOrEqual(maximumCaptionLength);
        expect(words).not.toMatch(/[\p{Cc}\u2028-\u202e\u2066-\u2069]/u);
        expect(words).not.toBe('');
      }),
    );
  });

  it('that are none are dropped', () => {
    for (const text of ['', ' \n', '\u202E', 7, null, { toString: () => 'text' }])
      expect(readCaption(told('', { text: text as string }))).toBeNull();
    expect(readCaption(told('hello', { utterance: 'x'.repeat(201) }))).toBeNull();
  });

  it('have a language only where it is nothing but one', () => {
    for (const language of ['en', 'es-419', 'zh-Hant-TW', 'en-US'])
      expect(readCaption(told('hello', { language }))?.language).toBe(language);
    for (const language of ['en-Zylphia', 'Quonsett', '', 'en" onload="'])
      expect(readCaption(told('hello', { language }))).toEqual({ text: 'hello', final: false });
  });
});

describe('the captions of a visit', () => {
  it('grow in place, and come at most every 100 ms', () => {
    const { clock, log, shown, last } = open();
    for (const text of ['I', 'I feel', 'I feel dizzy']) log.hear(told(text), ada);
    log.hear(told('Since when?', { utterance: 'a', final: true }), bo);
    expect(shown).toEqual([]);
    clock.advance(100);
    expect(shown).toHaveLength(1);
    expect(last().map(({ speaker, text, final }) => [speaker, text, final])).toEqual([
      [ada, 'I feel dizzy', false],
      [bo, 'Since when?', true],
    ]);
    const [, second] = last();
    log.hear(told('I feel dizzy.', { final: true }), ada);
    clock.advance(100);
    expect(last()[0]).toMatchObject({ text: 'I feel dizzy.', final: true });
    expect(last()[1]).toBe(second);
  });

  it('of two people are two, though their provider counts alike', () => {
    const { clock, log, last } = open();
    log.hear(told('yes'), ada);
    log.hear(told('no'), bo);
    clock.advance(100);
    expect(last().map(({ text }) => text)).toEqual(['yes', 'no']);
    expect(new Set(last().map(({ id }) => id)).size).toBe(2);
  });

  it('are finished when the next sentence begins, or when nothing more comes', () => {
    const { clock, log, last } = open();
    log.hear(told('one'), ada);
    log.hear(told('two', { utterance: '2' }), ada);
    clock.advance(100);
    expect(last().map(({ final }) => final)).toEqual([true, false]);
    clock.advance(4900 + 100);
    expect(last().map(({ final }) => final)).toEqual([true, true]);
  });

  it('are the last 50', () => {
    const { clock, log, last } = open();
    for (let count = 0; count < 80; count += 1) {
      log.hear(told(`line ${count}`, { utterance: String(count), final: true }), ada);
      clock.advance(100);
    }
    expect(last()).toHaveLength(50);
    expect(last().at(-1)?.text).toBe('line 79');
  });

  it('of a flood are a few, and of the others all', () => {
    const { clock, log, last } = open();
    for (let count = 0; count < 1000; count += 1) log.hear(told('x', { utterance: String(count) }), ada);
    log.hear(told('I am here too'), bo);
    clock.advance(100);
    expect(last()).toHaveLength(41);
    expect(last().at(-1)?.text).toBe('I am here too');
  });

  it('are wiped, with what was on its way', () => {
    const { clock, log, shown, last } = open();
    log.hear(told('one'), ada);
    clock.advance(100);
    log.hear(told('one two'), ada);
    log.wipe();
    expect(last()).toEqual([]);
    clock.advance(10_000);
    expect(shown).toHaveLength(2);
    log.wipe();
    expect(shown).toHaveLength(2);
  });
});
