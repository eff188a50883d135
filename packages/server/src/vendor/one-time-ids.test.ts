import { describe, expect, it } from 'vitest';
import { createOneTimeIds } from './one-time-ids.ts';

describe('ids that are used once', () => {
  const meet = (most?: number) => {
    let time = 0;
    return { ids: createOneTimeIds(() => time, most), pass: (milliseconds: number) => (time += milliseconds) };
  };

  it('are free once, until they have run out', async () => {
    const { ids, pass } = meet();
    expect([ids.claim('a', 100), ids.claim('a', 100), ids.claim('b', 100)]).toEqual([true, false, true]);
    pass(99);
    expect(ids.claim('a', 200)).toBe(false);
    pass(1);
    expect(ids.claim('a', 200)).toBe(true);
  });

  it('are free again when their work failed', async () => {
    const { ids } = meet();
    await ids.claim('a', 100);
    await ids.release('a');
    expect(ids.claim('a', 100)).toBe(true);
  });

  it('are remembered behind one that lives longer', async () => {
    const { ids, pass } = meet();
    await ids.claim('long', 1000);
    await ids.claim('short', 10);
    pass(10);
    expect(ids.claim('short', 20)).toBe(true);
    expect(ids.claim('long', 1000)).toBe(false);
  });

  it('are refused rather than forgotten when there are too many', async () => {
    const { ids, pass } = meet(2);
    await ids.claim('a', 1000);
    await ids.claim('b', 10);
    expect(() => ids.claim('c', 1000)).toThrow(RangeError);
    pass(10);
    expect(ids.claim('c', 1000)).toBe(true);
    expect(ids.claim('a', 1000)).toBe(false);
  });
});
