import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maximumPartBytes, pad, unpad } from './padding.ts';

describe('padding', () => {
  it('gives back what was put in, in one of five sizes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: maximumPartBytes }), (content) => {
        const padded = pad(content);
        expect([256, 512, 768, 1024, 1280]).toContain(padded.length);
        expect(unpad(padded)).toEqual(content);
      }),
    );
  });

  it('makes a word and a sentence equally long', () => {
    expect(pad(new Uint8Array(2))).toHaveLength(256);
    expect(pad(new Uint8Array(254))).toHaveLength(256);
    expect(pad(new Uint8Array(255))).toHaveLength(512);
    expect(() => pad(new Uint8Array(maximumPartBytes + 1))).toThrow(RangeError);
  });

  it('is refused when it is not exactly ours', () => {
    const padded = pad(Uint8Array.of(1, 2, 3));
    const changed = (place: number, value: number): Uint8Array => {
      const copy = padded.slice();
      copy[place] = value;
      return copy;
    };
    expect(unpad(changed(255, 1))).toBeNull();
    expect(unpad(changed(0, 1))).toBeNull();
    expect(unpad(padded.subarray(1))).toBeNull();
    expect(unpad(new Uint8Array(0))).toBeNull();
    expect(unpad(Uint8Array.of(...padded, ...new Uint8Array(256)))).toBeNull();
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2000 }), (bytes) => {
        const content = unpad(bytes);
        if (content !== null) expect(pad(content)).toEqual(bytes);
      }),
    );
  });
});
