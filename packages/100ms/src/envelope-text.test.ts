import { maximumEnvelopeBytes } from '@quietroom/core';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readEnvelope, writeEnvelope } from './envelope-text.ts';

it('carries every envelope as text and back', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: maximumEnvelopeBytes }), (bytes) => {
      expect(readEnvelope(writeEnvelope(bytes))).toEqual(bytes);
    }),
  );
});

it('takes nothing else for one, and never throws', () => {
  fc.assert(
    fc.property(fc.anything(), (text) => {
      expect(readEnvelope(text)).toBeInstanceOf(Uint8Array);
    }),
  );
  for (const text of ['Hello, this is Zylphia.', 'AAA', '====', 'A'.repeat(4000), 7, null]) {
    expect(readEnvelope(text)).toHaveLength(0);
  }
});
