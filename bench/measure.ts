/** Something that is measured beside others doing the same work. */
export interface Contestant {
  readonly name: string;
  /** Does the work once and gives the figure, in the comparison's unit. */
  readonly measure: () => Promise<number>;
}

/** What came of one contestant, in the order of its runs. */
export interface Measured {
  readonly name: string;
  readonly values: readonly number[];
}

/** The middle value; the mean of the two middle ones of an even number. NaN of none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length / 2;
  const [low = NaN, high = NaN] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return (low + high) / 2;
}

/**
 * Measures all contestants in turn, again and again, so that what else the machine does falls on all alike. Every other
 * round goes backwards. The first round warms up and is not counted.
 * @param say told what is being measured, before it is.
 */
export async function alternate(
  contestants: readonly Contestant[],
  rounds: number,
  say: (progress: string) => void,
): Promise<Measured[]> {
  const values = new Map<string, number[]>(contestants.map(({ name }) => [name, []]));
  for (let round = 0; round <= rounds; round += 1) {
    const turn = round % 2 === 0 ? contestants : [...contestants].reverse();
    for (const { name, measure } of turn) {
      say(`${round === 0 ? 'warm-up' : `round ${round} of ${rounds}`}: ${name}`);
      const value = await measure();
      if (round > 0) values.get(name)?.push(value);
    }
  }
  return contestants.map(({ name }) => ({ name, values: values.get(name) ?? [] }));
}
