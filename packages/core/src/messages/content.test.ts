import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createOpaqueId } from '../display-name/opaque-id.ts';
import { decodeContent, encodeContent, maximumTextBytes, type SealedContent } from './content.ts';

/** Any characters at all, halves of a pair included. */
const characters = fc
  .array(fc.nat(0x10ffff), { minLength: 1, maxLength: 300 })
  .map((points) => String.fromCodePoint(...points));

describe('sealed content', () => {
  it('is read as it was written', () => {
    const contents: SealedContent[] = [
      { type: 'ack', message: createOpaqueId(crypto) },
      { type: 'consent', to: 'recording', text: 'A'.repeat(43), language: 'es-419' },
      { type: 'withdraw', from: 'captions' },
      { type: 'control', control: 'hello' },
      { type: 'control', control: 'hello', as: 'peer-1' },
      { type: 'control', control: 'ask', for: 'captions', text: '-_'.repeat(21) + 'A', round: 1 },
      {
        type: 'control',
        control: 'all-agreed',
        for: 'recording',
        text: 'A'.repeat(43),
        among: [createOpaqueId(crypto), createOpaqueId(crypto)],
      },
    ];
    for (const content of contents) expect(decodeContent(encodeContent(content))).toEqual(content);
    fc.assert(
      fc.property(characters, (text) => {
        expect(decodeContent(encodeContent({ type: 'text', text }))).toEqual({ type: 'text', text });
      }),
    );
  });

  it('is refused when it is anything else, with nothing thrown', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(decodeContent(new TextEncoder().encode(JSON.stringify(value)))).toBeNull();
      }),
    );
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(decodeContent(bytes)).toBeNull();
      }),
    );
  });

  it('is refused when a text is longer than anybody may send', () => {
    const text = 'é'.repeat(maximumTextBytes / 2);
    expect(decodeContent(encodeContent({ type: 'text', text }))).not.toBeNull();
    expect(decodeContent(encodeContent({ type: 'text', text: `${text}!` }))).toBeNull();
  });
});
