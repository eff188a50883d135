import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OpaqueId } from '../contract/identity.ts';
import { createOpaqueId } from '../display-name/opaque-id.ts';
import { maximumPartBytes } from './padding.ts';
import { createReassembly, split, type Part } from './parts.ts';

const partsOf = (message: OpaqueId, content: Uint8Array): Part[] =>
  (split(content) ?? []).map((bytes, part, all) => ({ message, part, parts: all.length, content: bytes }));

describe('a long message', () => {
  it('is whole again when its last part is there, in whatever order they came', () => {
    const content = fc.uint8Array({ maxLength: 16 * maximumPartBytes, size: 'max' });
    fc.assert(
      fc.property(
        content.chain((bytes) => {
          const parts = partsOf(createOpaqueId(crypto), bytes);
          return fc.tuple(fc.constant(bytes), fc.shuffledSubarray(parts, { minLength: parts.length }));
        }),
        ([bytes, shuffled]) => {
          const reassembly = createReassembly();
          const results = shuffled.map((part) => reassembly.add(part, 0));
          expect(results.slice(0, -1).every((result) => result === 'incomplete')).toBe(true);
          expect(results.at(-1)).toEqual(bytes);
        },
      ),
      { numRuns: 50 },
    );
  });

  it('does not fit when it takes more than 16 parts', () => {
    expect(split(new Uint8Array(16 * maximumPartBytes))).toHaveLength(16);
    expect(split(new Uint8Array(16 * maximumPartBytes + 1))).toBeNull();
    expect(split(new Uint8Array(0))).toHaveLength(1);
  });

  it('is whole once, though a part came twice', () => {
    const [first, second] = partsOf(createOpaqueId(crypto), new Uint8Array(2000).fill(7));
    const reassembly = createReassembly();
    expect(reassembly.add(first!, 0)).toBe('incomplete');
    expect(reassembly.add(first!, 0)).toBe('incomplete');
    expect(reassembly.add(second!, 0)).toEqual(new Uint8Array(2000).fill(7));
    expect(reassembly.add(second!, 0)).toBe('incomplete');
  });

  it('is malformed when its parts disagree on how many there are', () => {
    const message = createOpaqueId(crypto);
    const reassembly = createReassembly();
    const content = Uint8Array.of(1);
    expect(reassembly.add({ message, part: 0, parts: 2, content }, 0)).toBe('incomplete');
    expect(reassembly.add({ message, part: 1, parts: 3, content }, 0)).toBe('malformed');
    expect(reassembly.add({ message, part: 1, parts: 2, content }, 0)).toEqual(Uint8Array.of(1, 1));
  });

  it('is forgotten after 30 seconds, and the fifth unfinished one at once is refused', () => {
    const reassembly = createReassembly();
    const begin = (now: number) =>
      reassembly.add({ message: createOpaqueId(crypto), part: 0, parts: 2, content: Uint8Array.of(1) }, now);
    expect([0, 1, 2, 3, 4].map(begin)).toEqual(['incomplete', 'incomplete', 'incomplete', 'incomplete', 'too-many']);
    expect(begin(29_999)).toBe('too-many');
    expect(begin(30_000)).toBe('incomplete');
    expect(begin(30_000)).toBe('too-many');
  });
});
