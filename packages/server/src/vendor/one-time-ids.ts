/** Remembers ids, so that each is used once. Give a shared one when several servers answer. */
export interface OneTimeIds {
  /**
   * Takes an id.
   * @param until milliseconds since the epoch; it may be forgotten afterwards.
   * @returns whether it was free.
   */
  claim(id: string, until: number): boolean | Promise<boolean>;
  /** Gives an id back whose work failed, so that it can be tried again. */
  release(id: string): void | Promise<void>;
}

/** More ids than one server meets in the hours they live. */
const mostIds = 1_000_000;

/**
 * A store for one server, in memory. What has run out is forgotten; when it is full it takes no more, because
 * forgetting early would let an id be used twice.
 * @param now milliseconds since the epoch. @returns a store whose `claim` throws RangeError when it is full.
 */
export const createOneTimeIds = (now: () => number = Date.now, most = mostIds): OneTimeIds => {
  const taken = new Map<string, number>();
  const sweep = (thorough: boolean): void => {
    for (const [id, ends] of taken) {
      if (ends <= now()) taken.delete(id);
      // Ids are kept in the order of claiming and live about as long, so the first that is alive ends the daily sweep.
      else if (!thorough) return;
    }
  };
  return {
    claim(id, until) {
      sweep(false);
      const ends = taken.get(id);
      if (ends !== undefined && ends > now()) return false;
      if (taken.size >= most) sweep(true);
      if (taken.size >= most) throw new RangeError('No more ids can be remembered. Use a shared store.');
      taken.delete(id);
      taken.set(id, until);
      return true;
    },
    release(id) {
      taken.delete(id);
    },
  };
};
