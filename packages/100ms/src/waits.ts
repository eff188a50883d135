import { RoomError, type Clock } from '@quietroom/core';

/** How long the room may take to show what was asked of it, in milliseconds. */
const within = 10_000;

/** Waiting for facts that are looked at whenever something may have changed. */
export class Waits {
  readonly #clock: Clock;
  readonly #looks = new Set<() => void>();
  #over = false;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Resolves as soon as it is so. @throws RoomError `action-failed` when it takes too long, `not-connected` at the end */
  until(check: () => boolean): Promise<void> {
    return new Promise((resolve, reject) => {
      const finish = (error: RoomError | null): void => {
        this.#looks.delete(look);
        stop();
        if (error === null) resolve();
        else reject(error);
      };
      const look = (): void => {
        if (check()) finish(null);
        else if (this.#over) finish(new RoomError('not-connected'));
      };
      const stop = this.#clock.after(within, () => {
        finish(new RoomError('action-failed'));
      });
      this.#looks.add(look);
      look();
    });
  }

  /** Something may have changed. */
  look(): void {
    for (const look of [...this.#looks]) look();
  }

  /** Nothing will be so any more. */
  close(): void {
    this.#over = true;
    this.look();
  }
}
