import { memberOf } from './answer.ts';
import { checkBaseUrl } from './base-url.ts';
import type { CallOptions, ClientOptions } from './call-options.ts';
import { OptionError } from './option-error.ts';
import { readLimited } from './read-limited.ts';
import { VendorError, type Vendor, type VendorErrorCode } from './vendor-error.ts';

/** One call to a vendor's interface. */
export interface VendorCall extends CallOptions {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** Each part of the path; escaped here, so that none can leave its place. */
  readonly path: readonly string[];
  readonly body?: unknown;
  /**
   * Whether doing it twice is the same as doing it once. Only then is it repeated: a room that is made twice is a room
   * that nobody watches.
   */
  readonly repeatable: boolean;
}

/** Makes calls. Resolves with the parsed answer, or `undefined` when it was empty. Throws {@link VendorError}. */
export type CallVendor = (call: VendorCall) => Promise<unknown>;

const longestAnswer = 1_048_576;
const longestTimeout = 120_000;

const codeOfStatus = (status: number, repeatable: boolean): VendorErrorCode => {
  if (status === 401) return 'refused-key';
  if (status === 402 || status === 403) return 'not-allowed';
  if (status === 404 || status === 410) return 'not-found';
  if (status === 429) return 'too-many-calls';
  if (status >= 300 && status < 400) return 'unexpected-answer';
  if (status < 500) return 'rejected';
  // A gateway's failure says nothing about what the server behind it did.
  return (status === 502 || status === 504) && !repeatable ? 'outcome-unknown' : 'vendor-failed';
};

const worthRepeating = new Set<VendorErrorCode>(['too-many-calls', 'vendor-failed', 'unreachable', 'timed-out']);

/** What 100ms answers, with status or code 500, when a workspace has no bucket to record to (H1-55). */
const storageIsMissing = (answer: unknown): boolean => {
  const message = memberOf(answer, 'message');
  return typeof message === 'string' && message.includes('recording config is not provided');
};

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const pause = (milliseconds: number, signal: AbortSignal | undefined): Promise<void> =>
  new Promise((resolve) => {
    const stop = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', stop);
      resolve();
    };
    const timer = setTimeout(stop, milliseconds);
    signal?.addEventListener('abort', stop);
  });

/**
 * Prepares calls to one vendor: limited in time and size, abortable, without redirects (a key must not follow one), and
 * with every failure as a {@link VendorError} that holds nothing of what was sent or answered.
 * @param authorize the value of the Authorization header, asked for once per attempt.
 * @throws OptionError when the address or a number is wrong.
 */
export const createCallVendor = (
  vendor: Vendor,
  authorize: () => string | Promise<string>,
  options: ClientOptions & { readonly baseUrl: string },
): CallVendor => {
  const { timeoutMilliseconds = 10_000, retryDelays = [250, 1000], fetch = globalThis.fetch } = options;
  const baseUrl = checkBaseUrl(options.baseUrl);
  if (!(timeoutMilliseconds >= 1 && timeoutMilliseconds <= longestTimeout)) {
    throw new OptionError('timeoutMilliseconds', 'A call must end.', `Give between 1 and ${longestTimeout}.`);
  }

  const attempt = async ({ method, path, body, repeatable, signal }: VendorCall): Promise<unknown> => {
    const timeout = AbortSignal.timeout(timeoutMilliseconds);
    // What was thrown may hold the address or the body, so it is not kept as a cause.
    const failure = (otherwise: VendorErrorCode): VendorError => {
      // Sent and then given up, or never answered: nobody knows whether it was done.
      if (!repeatable) return new VendorError(vendor, 'outcome-unknown');
      if (signal?.aborted === true) return new VendorError(vendor, 'cancelled');
      return new VendorError(vendor, timeout.aborted ? 'timed-out' : otherwise);
    };
    const authorization = await authorize();
    if (signal?.aborted === true) throw new VendorError(vendor, 'cancelled');
    let response: Response;
    let text: string | null;
    try {
      response = await fetch(`${baseUrl}/${path.map(encodeURIComponent).join('/')}`, {
        method,
        headers: {
          authorization,
          accept: 'application/json',
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        redirect: 'manual',
        signal: signal === undefined ? timeout : AbortSignal.any([signal, timeout]),
      });
      const bytes = await readLimited(response.body, longestAnswer);
      text = bytes && new TextDecoder().decode(bytes);
    } catch {
      throw failure('unreachable');
    }
    const { status } = response;
    const answer = text === null || text === '' ? undefined : parse(text);
    if (!response.ok) {
      const code = storageIsMissing(answer) ? 'recording-storage-missing' : codeOfStatus(status, repeatable);
      throw new VendorError(vendor, code, { status });
    }
    if (text === null || (text !== '' && answer === undefined)) {
      throw new VendorError(vendor, 'unexpected-answer', { status });
    }
    return answer;
  };

  return async (call) => {
    for (const delay of call.repeatable ? retryDelays : []) {
      try {
        return await attempt(call);
      } catch (error) {
        if (!(error instanceof VendorError && worthRepeating.has(error.code))) throw error;
        await pause(delay, call.signal);
      }
    }
    return attempt(call);
  };
};
