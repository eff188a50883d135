import type { OpaqueId } from '@quietroom/core';
import type { Vendor } from '../vendor/vendor-error.ts';

/** What every event says. */
interface EventBase {
  readonly vendor: Vendor;
  /** The vendor's id of the event: the same when it is delivered again. */
  readonly id: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** The vendor's id of the room: a Whereby meeting or a 100ms room. Null when the event names none. */
  readonly room: string | null;
}

/**
 * What a vendor reports, with what a server needs and nothing else: no name of anybody, no text of theirs and no address
 * that opens a recording.
 */
export type WebhookEvent =
  | (EventBase & {
      readonly type: 'participant-joined' | 'participant-left';
      /** The `sub` of their visit pass. Null when the vendor names none, or something that is none of ours. */
      readonly sub: OpaqueId | null;
      /** The vendor's word for their role. */
      readonly vendorRole: string | null;
    })
  | (EventBase & { readonly type: 'session-started' | 'session-ended' })
  | (EventBase & {
      readonly type: 'recording-finished';
      /** Where it is in your bucket. For the server only: never show it to a browser (H1-65). */
      readonly path: string | null;
    })
  | (EventBase & {
      readonly type: 'recording-failed';
      /** The vendor's word for what went wrong, for example `CLOUD_ACCESS_ERROR`. Null when it is no such word. */
      readonly reason: string | null;
    })
  | (EventBase & { readonly type: 'transcription-started' | 'transcription-finished' | 'transcription-failed' })
  | (EventBase & { readonly type: 'streaming-started' })
  | (EventBase & { readonly type: 'server-recording' })
  | (EventBase & {
      readonly type: 'other';
      /** The vendor's own name of the event. */
      readonly name: string;
    });

/** A recording that failed: somebody must know within days (H1-12: failed uploads are kept 7 days, then deleted). */
export type RecordingFailed = Extract<WebhookEvent, { readonly type: 'recording-failed' }>;

/** What a body must hold to be an event. */
export interface EventHead extends EventBase {
  readonly name: string;
  readonly data: unknown;
}
