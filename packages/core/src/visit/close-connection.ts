import type { Clock } from '../contract/environment.ts';
import type { CloseReason, RoomConnection } from '../contract/room-adapter.ts';
import type { EndReason } from './visit-state.ts';

/** A connection that cannot even be closed is given up on after so many milliseconds, so that leaving always ends. */
const closeLimit = 5_000;

const closeReasons: Readonly<Record<EndReason, CloseReason>> = {
  left: 'left',
  cancelled: 'cancelled',
  closed: 'page-closed',
  refused: 'refused',
  failed: 'failed',
  declined: 'ended',
  removed: 'ended',
  'ended-for-everyone': 'ended',
  replaced: 'ended',
};

/** Closes it. Never rejects, and never takes longer than the limit. */
export const closeConnection = (clock: Clock, opened: RoomConnection, reason: EndReason): Promise<void> =>
  new Promise((resolve) => {
    const cancel = clock.after(closeLimit, resolve);
    void opened
      .close(closeReasons[reason])
      .catch(() => undefined)
      .finally(() => {
        cancel();
        resolve();
      });
  });
