import type { RoomReport } from '@quietroom/core';

/** From going to a room to having left it: what was opened is closed in reverse order, and nothing is said afterwards. */
export class Lifetime {
  readonly #closings: (() => unknown)[] = [];
  #closed: Promise<void> | null = null;

  /** Whether it is over, or ending. */
  get over(): boolean {
    return this.#closed !== null;
  }

  /** Called at the end, before everything that was given earlier. */
  atEnd(close: () => unknown): void {
    this.#closings.push(close);
  }

  /** Ends it. Idempotent; resolves when everything is closed. */
  close(): Promise<void> {
    this.#closed ??= this.#close();
    return this.#closed;
  }

  /** The same report, silent from the end on. What is final for the visit ends it. */
  guard(report: RoomReport): RoomReport {
    const open =
      <Given extends unknown[]>(tell: (...given: Given) => void) =>
      (...given: Given): void => {
        if (!this.over) tell(...given);
      };
    const last = <Given extends unknown[]>(tell: (...given: Given) => void) =>
      open((...given: Given) => {
        void this.close();
        tell(...given);
      });
    return {
      patch: open((change) => {
        report.patch(change);
      }),
      level: open((id, level) => {
        report.level(id, level);
      }),
      received: open((from, envelope) => {
        report.received(from, envelope);
      }),
      notice: open((notice) => {
        report.notice(notice);
      }),
      ended: last((reason) => {
        report.ended(reason);
      }),
      failed: last((error) => {
        report.failed(error);
      }),
    };
  }

  async #close(): Promise<void> {
    for (const close of this.#closings.toReversed()) {
      try {
        await close();
      } catch {
        // What fails to close keeps nothing else open.
      }
    }
  }
}
