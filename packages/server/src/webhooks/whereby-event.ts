import { parseOpaqueId } from '@quietroom/core';
import { memberOf } from '../vendor/answer.ts';
import { readEvent, wordOf } from './read-event.ts';
import type { WebhookEvent } from './webhook-event.ts';

const simple = new Map<
  string,
  'session-started' | 'session-ended' | 'transcription-started' | 'transcription-finished'
>([
  ['room.session.started', 'session-started'],
  ['room.session.ended', 'session-ended'],
  ['transcription.started', 'transcription-started'],
  ['transcription.finished', 'transcription-finished'],
]);

/**
 * Reads an event of Whereby's from a verified body, or null when it is none.
 * @see https://docs.whereby.com/whereby-product-features/insights-suite-and-api/webhooks
 */
export const readWherebyEvent = (text: string | null): WebhookEvent | null => {
  const head = readEvent(text, 'whereby', 'createdAt', 'meetingId');
  if (head === null) return null;
  const { name, data, ...base } = head;
  const known = simple.get(name);
  if (known !== undefined) return { ...base, type: known };
  switch (name) {
    case 'room.client.joined':
    case 'room.client.left':
      return {
        ...base,
        type: name === 'room.client.joined' ? 'participant-joined' : 'participant-left',
        sub: parseOpaqueId(memberOf(data, 'externalId')),
        vendorRole: wordOf(memberOf(data, 'roleName')),
      };
    case 'recording.finished': {
      const status = memberOf(data, 'status');
      // The documentation knows “completed” only; anything else is nothing to rely on.
      if (status !== 'completed') return { ...base, type: 'recording-failed', reason: wordOf(status) };
      const path = memberOf(data, 'filename');
      return { ...base, type: 'recording-finished', path: typeof path === 'string' ? path : null };
    }
    case 'recording.failed':
      return { ...base, type: 'recording-failed', reason: wordOf(memberOf(data, 'status')) };
    case 'transcription.failed':
      return { ...base, type: 'transcription-failed' };
    default:
      return { ...base, type: 'other', name };
  }
};
