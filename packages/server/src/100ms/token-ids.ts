/** Remembers the ids of tokens, so that none is minted twice. Give a shared one when several servers mint. */
export interface TokenIds {
  /**
   * Takes an id, once.
   * @param until milliseconds since the epoch; it may be forgotten afterwards.
   * @returns whether it was free.
   */
  claim(id: string, until: number): boolean | Promise<boolean>;
}

/** A store for one server, in memory. What has run out is forgotten. @param now milliseconds since the epoch. */
export const createTokenIds = (now: () => number = Date.now): TokenIds => {
  const taken = new Map<string, number>();
  return {
    claim(id, until) {
      // In order of claiming, and all live about as long: the first that is still alive ends the sweep.
      for (const [earlier, ends] of taken) {
        if (ends > now()) break;
        taken.delete(earlier);
      }
      if (taken.has(id)) return false;
      taken.set(id, until);
      return true;
    },
  };
};
