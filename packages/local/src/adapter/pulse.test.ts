import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodePulse, encodePulse, samePulse } from './pulse.ts';

const source = fc.constantFrom(
  { published: false, sending: false },
  { published: true, sending: false },
  { published: true, sending: true },
);
const pulse = fc.record({ microphone: source, camera: source, screen: source });

it('carries what is sent and what was published in one byte', () => {
  fc.assert(
    fc.property(pulse, (said) => {
      const bytes = encodePulse(said);
      expect(bytes).toHaveLength(1);
      expect(decodePulse(bytes)).toEqual(said);
    }),
  );
});

it('is nothing else', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 4 }), (bytes) => {
      const read = decodePulse(bytes);
      expect(read === null).toBe(bytes.length !== 1 || (bytes[0] ?? 0) > 63);
    }),
  );
});

it('says the same only when every source does', () => {
  fc.assert(
    fc.property(pulse, pulse, (one, another) => {
      expect(samePulse(one, another)).toBe(encodePulse(one)[0] === encodePulse(another)[0]);
    }),
  );
});
