import { RoomError } from '../contract/room-error.ts';
import { Refusal } from '../policy/refusal.ts';

/**
 * Carries an action out as the contract wants it.
 * @param over whether the connection is gone
 * @throws RoomError `not-connected` when it is; `action-failed`, with the cause, for whatever is no error of ours
 */
export const runAction = async (over: boolean, act: () => Promise<void>): Promise<void> => {
  if (over) throw new RoomError('not-connected');
  try {
    await act();
  } catch (error) {
    throw error instanceof Refusal ? error : RoomError.from(error, 'action-failed');
  }
};
