import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRateLimit } from './rate-limit.ts';

describe('a rate limit', () => {
  it('lets a burst through, then so many a second', () => {
    const limit = createRateLimit({ perSecond: 5, burst: 10 });
    expect(Array.from({ length: 12 }, () => limit.take(0)).filter(Boolean)).toHaveLength(10);
    expect(limit.take(199)).toBe(false);
    expect(limit.take(200)).toBe(true);
    expect(limit.take(201)).toBe(false);
    expect(Array.from({ length: 20 }, () => limit.take(1_000_000)).filter(Boolean)).toHaveLength(10);
  });

  it('never lets more through than burst and rate allow, though the clock jumps', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -2000, max: 2000 }), { maxLength: 200 }), (steps) => {
        const limit = createRateLimit({ perSecond: 20, burst: 40 });
        let now = 0;
        let forward = 0;
        let passed = 0;
        for (const step of steps) {
          now += step;
          forward += Math.max(0, step);
          if (limit.take(now)) passed += 1;
        }
        expect(passed).toBeLessThanOrEqual(40 + (forward / 1000) * 20);
      }),
    );
  });
});
