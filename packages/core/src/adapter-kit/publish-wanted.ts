import type { MediaSource } from '../contract/room-adapter.ts';
import { RoomError } from '../contract/room-error.ts';

/**
 * Starts what the person chose in the readiness check. A device that fails does not keep the other one back.
 * @throws RoomError the first failure, once both were tried
 */
export const publishWanted = async (
  wanted: MediaSource['wanted'],
  start: (source: 'microphone' | 'camera') => Promise<void>,
): Promise<void> => {
  const results = await Promise.allSettled(
    (['microphone', 'camera'] as const).filter((source) => wanted[source]).map((source) => start(source)),
  );
  const failed = results.find((result) => result.status === 'rejected');
  if (failed !== undefined) throw RoomError.from(failed.reason, 'action-failed');
};
