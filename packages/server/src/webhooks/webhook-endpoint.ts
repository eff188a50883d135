import { createOneTimeIds, type OneTimeIds } from '../vendor/one-time-ids.ts';
import { OptionError } from '../vendor/option-error.ts';
import { readLimited } from '../vendor/read-limited.ts';
import { createAddressTest } from './address-range.ts';
import { incidentOf, type IncidentKind, type WebhookIncident } from './incident.ts';
import { createSourceReader, type WebhookConnection } from './source-address.ts';
import type { WebhookRefusal, WebhookVerifier } from './verifier.ts';
import type { RecordingFailed, WebhookEvent } from './webhook-event.ts';

/** How a vendor's calls are received. */
export interface WebhookEndpointOptions {
  readonly verifier: WebhookVerifier;
  /** The address the vendor was given. HTTPS (H1-25). */
  readonly address: string;
  /**
   * Addresses and CIDR ranges the vendor calls from, for example `hmsAddresses` (H1-24). Then the server must say where
   * a request came from. Default: any, because Whereby publishes none.
   */
  readonly sources?: readonly string[];
  /** Addresses and CIDR ranges of your own proxies. Only what they say about the caller is believed. Default: none. */
  readonly proxies?: readonly string[];
  /** Default: in memory, for one server. */
  readonly seen?: OneTimeIds;
  /** Called for every genuine event, once. When it fails, the vendor is asked to deliver again. */
  readonly onEvent?: (event: WebhookEvent) => void | Promise<void>;
  /** Somebody must be told: a recording that failed to upload is deleted after days (H1-12). */
  readonly onRecordingFailed: (event: RecordingFailed) => void | Promise<void>;
  /** Somebody must be told: forged and replayed calls, live streams, strangers in a room. */
  readonly onIncident: (incident: WebhookIncident) => void | Promise<void>;
  /** The longest body, in bytes. Default 262,144. */
  readonly longestBody?: number;
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
}

/** Answers one call. @param connection what the server knows about the socket. Never rejects. */
export type WebhookEndpoint = (request: Request, connection?: WebhookConnection) => Promise<Response>;

const answer = (status: number): Response => new Response(null, { status, headers: { 'cache-control': 'no-store' } });

const statusOf: Readonly<Record<WebhookRefusal, number>> = { header: 401, signature: 401, stale: 401, malformed: 400 };
const incidentOfRefusal: Readonly<Partial<Record<WebhookRefusal, IncidentKind>>> = {
  header: 'forged-call',
  signature: 'forged-call',
  stale: 'replayed-call',
};

/** @throws OptionError */
const checkAddress = (address: string): void => {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url?.protocol !== 'https:' || url.username !== '' || url.password !== '' || url.search !== '') {
    throw new OptionError(
      'address',
      'What a vendor reports must not travel in the open, and addresses end up in logs.',
      'Give the https address that the vendor was given, without user or query.',
    );
  }
};

/**
 * Makes the endpoint a vendor calls: POST over HTTPS, from its addresses, with a body of bounded length, verified before
 * anything in it is read; each event once. The answer has no body and does not say what was wrong.
 *
 * Behind a proxy that ends TLS, name it in `proxies` and let it set `X-Forwarded-For` and `X-Forwarded-Proto`.
 * @throws OptionError when the address is not safe or a range is no address.
 */
export const createWebhookEndpoint = (options: WebhookEndpointOptions): WebhookEndpoint => {
  const { verifier, sources, proxies = [], longestBody = 262_144, now = Date.now } = options;
  const { seen = createOneTimeIds(now), onEvent, onRecordingFailed, onIncident } = options;
  checkAddress(options.address);
  const readSource = createSourceReader(proxies);
  const isVendor = sources === undefined ? null : createAddressTest('sources', sources);

  /** A stranger's call is answered the same way whether or not somebody could be told about it. */
  const report = async (kind: IncidentKind | undefined, status: number): Promise<Response> => {
    try {
      if (kind !== undefined) await onIncident({ kind, vendor: verifier.vendor, at: now(), room: null });
    } catch {
      // The hook's own business.
    }
    return answer(status);
  };

  const handle = async (event: WebhookEvent): Promise<void> => {
    const incident = incidentOf(event);
    if (incident !== null) await onIncident(incident);
    if (event.type === 'recording-failed') await onRecordingFailed(event);
    await onEvent?.(event);
  };

  const receive: WebhookEndpoint = async (request, connection = {}) => {
    if (request.method !== 'POST') return answer(405);
    const source = readSource(request, connection);
    if (!source.secure) return report('misdirected-call', 403);
    if (isVendor !== null && (source.address === null || !isVendor(source.address))) {
      return report('misdirected-call', 403);
    }
    if (Number(request.headers.get('content-length') ?? 0) > longestBody) return answer(413);
    // A framework that has read the body already leaves nothing that could be verified.
    if (request.bodyUsed) return answer(500);
    const body = await readLimited(request.body, longestBody);
    if (body === null) return answer(413);
    const verdict = await verifier.verify(body, request.headers);
    if (!verdict.accepted) return report(incidentOfRefusal[verdict.refusal], statusOf[verdict.refusal]);
    const { event } = verdict;
    const id = `${event.vendor}:${event.id}`;
    if (!(await seen.claim(id, now() + 2 * verifier.window))) return answer(200);
    try {
      await handle(event);
    } catch {
      await seen.release(id);
      return answer(503);
    }
    return answer(200);
  };

  return async (request, connection) => {
    try {
      return await receive(request, connection);
    } catch {
      // A store or a stream that failed. 503, so that the vendor delivers again.
      return answer(503);
    }
  };
};
