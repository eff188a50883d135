import type { Vendor } from '../vendor/vendor-error.ts';
import type { WebhookEvent } from './webhook-event.ts';

/** What the person responsible for security should hear about. */
export type IncidentKind =
  /** Somebody called without knowing the secret. */
  | 'forged-call'
  /** A genuine call was sent again after its time. */
  | 'replayed-call'
  /** A call came from an address the vendor does not send from, or not over HTTPS. */
  | 'misdirected-call'
  /** A live stream has begun: a visit is never streamed. */
  | 'live-streaming'
  /** A media server records, past the consent of those in the visit. */
  | 'server-recording'
  /** Something is being transcribed. */
  | 'transcription'
  /** Somebody joined whom this server gave no token, for example from the vendor's dashboard (H1-67). */
  | 'unexpected-participant';

/** Something that should not have happened. Holds nobody's name and nothing a stranger wrote. */
export interface WebhookIncident {
  readonly kind: IncidentKind;
  readonly vendor: Vendor;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** The vendor's id of the room, when a genuine event names one. */
  readonly room: string | null;
}

const kinds: Partial<Record<WebhookEvent['type'], IncidentKind>> = {
  'streaming-started': 'live-streaming',
  'server-recording': 'server-recording',
  'transcription-started': 'transcription',
  'transcription-finished': 'transcription',
  'transcription-failed': 'transcription',
};

/** The incident a genuine event is, or null. */
export const incidentOf = (event: WebhookEvent): WebhookIncident | null => {
  const { vendor, at, room } = event;
  // 100ms' own recorder joins as a peer; Whereby names nobody by an id of ours unless the page gave one.
  const isStranger =
    event.type === 'participant-joined' &&
    vendor === '100ms' &&
    event.sub === null &&
    event.vendorRole?.startsWith('__internal') !== true;
  const kind = isStranger ? 'unexpected-participant' : kinds[event.type];
  return kind === undefined ? null : { kind, vendor, at, room };
};
