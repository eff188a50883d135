/** How long a page's word that it waits holds without being repeated. */
export const leaseMilliseconds = 15_000;

/**
 * Who is waiting outside which visit. Pages say so themselves while they wait, in the person's own session: this is the
 * clinic's knowledge, not the room's, so that no visit ever learns about another.
 */
export class WaitingList {
  readonly #now: () => number;
  readonly #waiting = new Map<string, { since: number; until: number }>();

  constructor(now: () => number) {
    this.#now = now;
  }

  /** The patient of this visit waits, or still waits. */
  waits(visit: string): void {
    const now = this.#now();
    this.#waiting.set(visit, { since: this.since(visit) ?? now, until: now + leaseMilliseconds });
  }

  /** The patient of this visit no longer waits. */
  leaves(visit: string): void {
    this.#waiting.delete(visit);
  }

  /** Since when the patient of this visit has been waiting (milliseconds since the epoch), null when nobody waits. */
  since(visit: string): number | null {
    const entry = this.#waiting.get(visit);
    if (!entry) return null;
    if (entry.until > this.#now()) return entry.since;
    this.#waiting.delete(visit);
    return null;
  }
}
