import type { OpaqueId } from '@quietroom/core';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
/** An id as 100ms makes them: 24 hexadecimal digits. */
const vendorId = /^[0-9a-f]{24}$/;
/** Seconds or milliseconds since the epoch, from September 2020 to 2033. */
const timestamp = /^1[6-9]\d{8}(?:\d{3})?$/;
const day = /^20[2-4]\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/;
const compactTime = /^20[2-4]\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])T?(?:[01]\d|2[0-3])(?:[0-5]\d){2}Z?$/;
/** The words in the names the vendors give their files. */
const word = /^(?:recordings?|rec|room|beam|composite|chat|transcripts?|audio|video)$/i;
const ending = /\.(?:mp4|mkv|webm|m4a|mp3|wav|csv|json|txt|vtt|srt)$/;

const isNeutral = (piece: string): boolean =>
  [uuid, vendorId, timestamp, day, compactTime, word].some((pattern) => pattern.test(piece));

const isNeutralPart = (part: string): boolean => {
  const stem = part.replace(ending, '');
  if (isNeutral(stem)) return true;
  // A UUID holds hyphens itself, so it is taken out before the rest is taken apart.
  return stem
    .replace(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'rec')
    .split(/[-_]/)
    .every(isNeutral);
};

/**
 * Whether a key says nothing about a person: random ids, times and the vendors' own words only. Whoever may list the
 * bucket reads its keys, and they travel in webhooks (W1-16, H1-65). What is not known to be neutral is not.
 */
export const isNeutralKey = (key: string): boolean => {
  const parts = key.split('/').filter((part) => part !== '');
  return parts.length > 0 && parts.every(isNeutralPart);
};

/**
 * The key for a recording of yours: the room's random id and a time, and nothing else.
 * @param at milliseconds since the epoch @throws RangeError when it is no such time.
 */
export const recordingKey = (room: OpaqueId, at: number): string => {
  const key = `${room}/${Math.floor(at)}`;
  if (!isNeutralKey(key)) {
    throw new RangeError('The room is not an opaque id or the time is not one. A key is read by others. Check both.');
  }
  return key;
};
