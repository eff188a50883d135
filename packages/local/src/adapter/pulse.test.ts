import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodePulse, encodePulse, samePulse, sameWish } from './pulse.ts';

const source = fc.constantFrom(
  { published: false, sending: false },
  { published: true, sending: false },
  { published: true, sending: true },
);
const pulse = fc.record({ microphone: source, camera: source, screen: source });
const wish = fc.record({ camera: fc.boolean(), screen: fc.boolean(), gently: fc.boolean() });
const nothing = { camera: false, screen: false, gently: false };

it('carries what is sent, what was published and what is asked for in two bytes', () => {
  fc.assert(
    fc.property(pulse, wish, (said, asked) => {
      const bytes = encodePulse(said, asked);
      expect(bytes).toHaveLength(2);
      expect(decodePulse(bytes)).toEqual({ pulse: said, wish: asked });
    }),
  );
});

it('is nothing else', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 4 }), (bytes) => {
      const read = decodePulse(bytes);
      expect(read === null).toBe(bytes.length !== 2 || (bytes[0] ?? 0) > 63 || (bytes[1] ?? 0) > 7);
    }),
  );
});

it('says the same only when every source does', () => {
  fc.assert(
    fc.property(pulse, pulse, (one, another) => {
      expect(samePulse(one, another)).toBe(encodePulse(one, nothing)[0] === encodePulse(another, nothing)[0]);
    }),
  );
});

it('asks the same only when every wish is the same', () => {
  fc.assert(
    fc.property(wish, wish, (one, another) => {
      expect(sameWish(one, another)).toBe(JSON.stringify(one) === JSON.stringify(another));
    }),
  );
});
