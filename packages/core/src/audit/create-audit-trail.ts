import type { Cancel, Environment } from '../contract/environment.ts';
import type { OpaqueId } from '../contract/identity.ts';
import { createOpaqueId } from '../display-name/opaque-id.ts';
import { createStore } from '../visit/store.ts';
import type { Readable } from '../visit/readable.ts';
import type { AuditEvent } from './audit-event.ts';
import { beforeFirst, hashRecord, type AuditRecord, type TrailEvent } from './audit-record.ts';

/** How many lines wait for a sink that does not answer before the dispensable ones are dropped. */
const maximumWaiting = 2_000;
/** How many lines go to the sink at once. */
const batchSize = 100;
/** The first pause after a failed delivery, and the longest, in milliseconds. */
const firstPause = 1_000;
const longestPause = 30_000;

/** See {@link createAuditTrail}. */
export interface AuditTrailOptions {
  readonly environment: Pick<Environment, 'clock' | 'crypto' | 'onPageClosing'>;
  /** The visit, as the host names it. No other id, and no name, belongs in an audit. */
  readonly visit: OpaqueId;
  /**
   * Takes lines to the host's server. Resolving means that they are stored there; rejecting, that they are sent again.
   * A line may arrive twice: `trail` and `number` say which it is.
   */
  deliver(lines: readonly AuditRecord[]): Promise<void>;
  /**
   * The last chance of a page that is going away, for example `navigator.sendBeacon`. What it takes is not confirmed:
   * a trail without `trail-closed` was cut off.
   */
  readonly lastChance?: (lines: readonly AuditRecord[]) => void;
}

/** How delivery stands, for a page that wants to say so. */
export interface TrailState {
  /** Lines the sink has not confirmed. */
  readonly waiting: number;
  /** The number of the last confirmed line; 0 before the first. */
  readonly delivered: number;
  /** Since when deliveries fail, in milliseconds since the epoch; null while they do not. */
  readonly failingSince: number | null;
  /** Lines dropped because too many waited. The trail says so too. */
  readonly dropped: number;
}

/** A chained audit trail of this page. */
export interface AuditTrail {
  readonly state: Readable<TrailState>;
  /** For `createVisit({ onAudit })`. Never throws and never waits. */
  readonly onAudit: (event: AuditEvent) => void;
  /** Ends the trail with a last line, and resolves when the sink has confirmed everything. */
  close(): Promise<void>;
}

/** What a flood consists of: anybody in the room can cause these. */
const dispensable = (event: AuditEvent): boolean => event.type === 'envelope-dropped';

/**
 * Chains what a visit audits and takes it to the host's server: in order, one delivery at a time, again until it is
 * confirmed. While the server does not answer, lines wait; when too many do, floods are dropped first, and the trail
 * says how many are missing.
 */
export const createAuditTrail = (options: AuditTrailOptions): AuditTrail => {
  const { clock, crypto, onPageClosing } = options.environment;
  const trail = createOpaqueId(crypto);
  const state = createStore<TrailState>({ waiting: 0, delivered: 0, failingSince: null, dropped: 0 });
  const waiting: AuditRecord[] = [];
  let number = 0;
  let previous = beforeFirst;
  let dropped = 0;
  let untold = 0;
  let delivering = false;
  let pause = firstPause;
  let cancelPause: Cancel | null = null;
  let closed = false;
  let whenEmpty: (() => void) | null = null;

  const show = (change: Partial<TrailState> = {}): void => {
    state.set({ ...state.get(), waiting: waiting.length, dropped, ...change });
  };

  const write = (event: AuditEvent | TrailEvent): void => {
    number += 1;
    const line = { trail, visit: options.visit, number, previous, event };
    previous = hashRecord(line);
    waiting.push({ ...line, hash: previous });
  };

  const tellDropped = (): void => {
    if (untold === 0) return;
    write({ type: 'lines-dropped', count: untold, at: clock.now() });
    untold = 0;
  };

  const deliverNext = (): void => {
    if (delivering || cancelPause !== null || waiting.length === 0) return;
    const batch = waiting.slice(0, batchSize);
    delivering = true;
    Promise.resolve()
      .then(() => options.deliver(batch))
      .then(
        () => {
          waiting.splice(0, batch.length);
          pause = firstPause;
          show({ delivered: batch.at(-1)?.number ?? 0, failingSince: null });
        },
        () => {
          cancelPause = clock.after(pause, () => {
            cancelPause = null;
            deliverNext();
          });
          pause = Math.min(pause * 2, longestPause);
          show({ failingSince: state.get().failingSince ?? clock.now() });
        },
      )
      .finally(() => {
        delivering = false;
        if (waiting.length < maximumWaiting && !closed) tellDropped();
        if (waiting.length === 0) whenEmpty?.();
        else deliverNext();
      });
  };

  const add = (event: AuditEvent): void => {
    // Half the room is kept for what is not a flood; beyond all of it nothing can be kept.
    const room = dispensable(event) ? maximumWaiting / 2 : maximumWaiting;
    if (waiting.length >= room) {
      dropped += 1;
      untold += 1;
      show();
      return;
    }
    tellDropped();
    write(event);
    show();
    deliverNext();
  };

  const finish = (): void => {
    if (closed) return;
    closed = true;
    tellDropped();
    write({ type: 'trail-closed', at: clock.now() });
    show();
  };

  const stopListening = onPageClosing(() => {
    finish();
    options.lastChance?.(waiting.slice());
  });

  return {
    state,
    onAudit: (event) => {
      if (!closed) add(event);
    },
    close: () =>
      new Promise((resolve) => {
        stopListening();
        finish();
        whenEmpty = resolve;
        cancelPause?.();
        cancelPause = null;
        if (waiting.length === 0) resolve();
        else deliverNext();
      }),
  };
};
