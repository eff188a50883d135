import { isRecord, memberOf } from '../vendor/answer.ts';
import type { Vendor } from '../vendor/vendor-error.ts';
import type { EventHead } from './webhook-event.ts';

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** A body as text, or null when it is none. */
export const textOf = (body: Uint8Array): string | null => {
  try {
    return decoder.decode(body);
  } catch {
    return null;
  }
};

const eventId = /^[\w.:-]{1,128}$/;
const eventName = /^[A-Za-z][\w.]{0,63}$/;
const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?Z$/;

/** A value that is a plain word, or null: text is not passed on, because it may say anything. */
export const wordOf = (value: unknown): string | null =>
  typeof value === 'string' && /^[\w-]{1,64}$/.test(value) ? value : null;

/**
 * The object a verified body holds, and what all events have in common.
 * @param timeMember where the vendor writes when it happened. @returns null when it is no event.
 */
export const readEvent = (
  text: string | null,
  vendor: Vendor,
  timeMember: string,
  roomMember: string,
): EventHead | null => {
  let parsed: unknown;
  try {
    parsed = text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
  if (!isRecord(parsed)) return null;
  const id = memberOf(parsed, 'id');
  const name = memberOf(parsed, 'type');
  const time = memberOf(parsed, timeMember);
  const data = memberOf(parsed, 'data') ?? {};
  if (typeof id !== 'string' || !eventId.test(id) || typeof name !== 'string' || !eventName.test(name)) return null;
  if (typeof time !== 'string' || !instant.test(time) || !isRecord(data)) return null;
  const at = Date.parse(time);
  if (Number.isNaN(at)) return null;
  return { vendor, id, name, at, data, room: wordOf(memberOf(data, roomMember)) };
};
