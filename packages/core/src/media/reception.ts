/** Counters of what was received from somebody, as `getStats` gives them: since the connection began. */
export interface ReceptionCounters {
  readonly received: number;
  readonly lost: number;
  readonly freezes: number;
  /** The round trip in seconds; 0 where it is not known. */
  readonly roundTrip: number;
}

/** More of the packets than this lost and speech breaks up. */
const lossAllowed = 0.05;
/** A longer round trip than this, in seconds, and people talk over each other (ITU-T G.114: 400 ms). */
const roundTripAllowed = 0.8;

interface Counted {
  readonly packetsReceived?: number;
  readonly packetsLost?: number;
  readonly freezeCount?: number;
  readonly currentRoundTripTime?: number;
}

const isCounted = (entry: unknown): entry is Counted & { readonly type: string; readonly nominated?: boolean } =>
  typeof entry === 'object' && entry !== null && 'type' in entry && typeof entry.type === 'string';

/** Adds up the counters of a stats report. */
export const countReception = (report: Pick<RTCStatsReport, 'forEach'>): ReceptionCounters => {
  let received = 0;
  let lost = 0;
  let freezes = 0;
  let roundTrip = 0;
  report.forEach((entry: unknown) => {
    if (!isCounted(entry)) return;
    if (entry.type === 'inbound-rtp') {
      received += entry.packetsReceived ?? 0;
      lost += entry.packetsLost ?? 0;
      freezes += entry.freezeCount ?? 0;
    } else if (entry.type === 'candidate-pair' && entry.nominated === true) {
      roundTrip = entry.currentRoundTripTime ?? roundTrip;
    }
  });
  return { received, lost, freezes, roundTrip };
};

/** How well somebody was received between two counts. Counters that went back belong to a new connection. */
export const rateReception = (before: ReceptionCounters | null, after: ReceptionCounters): 'good' | 'poor' => {
  const fresh = before === null || after.received < before.received;
  const received = after.received - (fresh ? 0 : before.received);
  const lost = Math.max(0, after.lost - (fresh ? 0 : before.lost));
  const frozen = after.freezes > (fresh ? 0 : before.freezes);
  const loss = received + lost === 0 ? 0 : lost / (received + lost);
  return loss > lossAllowed || frozen || after.roundTrip > roundTripAllowed ? 'poor' : 'good';
};

/** How well somebody is received, from one count to the next. One bad moment is not a bad connection. */
export class ReceptionRating {
  #rating: 'good' | 'poor' = 'good';
  #counters: ReceptionCounters | null = null;
  #poorInARow = 0;

  get rating(): 'good' | 'poor' {
    return this.#rating;
  }

  take(counters: ReceptionCounters): void {
    const poor = rateReception(this.#counters, counters) === 'poor';
    this.#counters = counters;
    this.#poorInARow = poor ? this.#poorInARow + 1 : 0;
    this.#rating = this.#poorInARow >= 2 ? 'poor' : 'good';
  }

  /** They are back: what was lost in between says nothing about now. */
  restart(): void {
    this.#rating = 'good';
    this.#poorInARow = 0;
  }
}
