import { RoomError, type RoomErrorCode } from '@quietroom/core';
import { isObject } from './internals.ts';

/** What the vendor answers when it does not let somebody in, in our words. */
const codes: Readonly<Record<number, RoomErrorCode>> = {
  401: 'pass-refused',
  403: 'room-locked',
  410: 'room-locked',
  // The vendor's client could make nothing of the token, or of the role in it.
  2004: 'pass-refused',
  6008: 'pass-refused',
};

/** Why the vendor did not let somebody in. Its own error holds the token: it is a cause, and never shown. */
export const joinErrorOf = (error: unknown): RoomError => {
  if (error instanceof RoomError) return error;
  const code: unknown = isObject(error) ? Reflect.get(error, 'code') : null;
  const description = isObject(error) ? String(Reflect.get(error, 'description')) : '';
  const known = typeof code === 'number' ? codes[code] : undefined;
  const expired = known === 'pass-refused' && description.includes('expired');
  return new RoomError(expired ? 'pass-expired' : (known ?? 'room-unreachable'), { cause: error });
};
