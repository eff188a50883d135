/** Lets so many through at once and so many a second after that. */
export interface RateLimit {
  /** Whether one more may pass now. `now` in milliseconds. */
  take(now: number): boolean;
}

/** A token bucket. It starts full. */
export const createRateLimit = (limit: { readonly perSecond: number; readonly burst: number }): RateLimit => {
  let tokens = limit.burst;
  let last: number | null = null;
  return {
    take(now) {
      // A clock set back must neither fill nor empty the bucket.
      const elapsed = last === null ? 0 : Math.max(0, now - last);
      last = now;
      tokens = Math.min(limit.burst, tokens + (elapsed / 1000) * limit.perSecond);
      if (tokens < 1) return false;
      tokens -= 1;
      return true;
    },
  };
};
