/** Lets bursts through and holds the average: `take` is false when too much was taken lately. */
export interface TokenBucket {
  take(amount: number, now: number): boolean;
}

/** @param perSecond how fast the bucket fills again, up to `capacity`. Times are milliseconds. */
export const createTokenBucket = (capacity: number, perSecond: number, now: number): TokenBucket => {
  let level = capacity;
  let filledAt = now;
  return {
    take(amount, at) {
      level = Math.min(capacity, level + (Math.max(0, at - filledAt) / 1000) * perSecond);
      filledAt = at;
      if (amount > level) return false;
      level -= amount;
      return true;
    },
  };
};
