import type { Cancel, Clock } from '@quietroom/core';

/**
 * STUN and TURN servers: a list, or a function that is asked for one, for credentials that run out. It is asked when
 * somebody joins or tests the connection, every five minutes of the visit, and when a connection has to be repaired.
 */
export type IceServerSource = readonly RTCIceServer[] | (() => Promise<readonly RTCIceServer[]>);

/** How long the function may take before the visit goes on without its answer, in milliseconds. */
const answerWithin = 4000;
/** How old an answer may become, in milliseconds: somebody may be let in, or come back, at any time. */
const askEvery = 5 * 60_000;
/** A repair asks again only when the last answer is older than this, in milliseconds. */
const freshFor = 3000;

/** The servers as they were last told. A question without an answer leaves the former ones. */
export class IceServers {
  readonly #source: IceServerSource;
  readonly #clock: Clock;
  #servers: readonly RTCIceServer[] | null;
  #answeredAt = Number.NEGATIVE_INFINITY;
  #asking: Promise<void> | null = null;
  #giveUp: (() => void) | null = null;
  #stopAsking: Cancel | null = null;

  constructor(source: IceServerSource, clock: Clock) {
    this.#source = source;
    this.#clock = clock;
    this.#servers = typeof source === 'function' ? null : source;
  }

  /** What a connection made now should use; null as long as the function has not answered. */
  get current(): readonly RTCIceServer[] | null {
    return this.#servers;
  }

  /** Brings the servers up to date, within a few seconds. Never rejects. */
  renew(): Promise<void> {
    const source = this.#source;
    if (typeof source !== 'function' || this.#clock.now() - this.#answeredAt < freshFor) return Promise.resolve();
    this.#asking ??= this.#ask(source).finally(() => {
      this.#asking = null;
    });
    return this.#asking;
  }

  /** Asks every now and then from here on, until it is closed. */
  keepFresh(): void {
    if (typeof this.#source !== 'function') return;
    this.#stopAsking ??= this.#clock.every(askEvery, () => {
      void this.renew();
    });
  }

  close(): void {
    this.#stopAsking?.();
    this.#giveUp?.();
  }

  #ask(source: () => Promise<readonly RTCIceServer[]>): Promise<void> {
    return new Promise((resolve) => {
      const done = (): void => {
        stopWaiting();
        resolve();
      };
      const stopWaiting = this.#clock.after(answerWithin, done);
      this.#giveUp = done;
      Promise.resolve()
        .then(source)
        .then((servers) => {
          this.#servers = servers;
          this.#answeredAt = this.#clock.now();
        })
        .then(done, done);
    });
  }
}
