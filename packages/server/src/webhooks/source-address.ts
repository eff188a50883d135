import { createAddressTest, parseAddress } from './address-range.ts';

/** What the server knows about the connection a request came over. */
export interface WebhookConnection {
  /** The address at the other end of the socket: the caller's, or the last proxy's. */
  readonly remoteAddress?: string | undefined;
}

/** Where a request came from, as far as it can be believed. */
export interface WebhookSource {
  /** The caller's address; null when it is not known. */
  readonly address: string | null;
  /** Whether the caller spoke HTTPS. */
  readonly secure: boolean;
}

const withoutPort = (entry: string): string =>
  /^\[([0-9a-f:.]+)\](?::\d{1,5})?$/i.exec(entry)?.[1] ?? /^([\d.]+):\d{1,5}$/.exec(entry)?.[1] ?? entry;

const lastOf = (list: string | null): string | undefined => list?.split(',').at(-1)?.trim().toLowerCase();

/**
 * Tells where requests come from. `X-Forwarded-For` and `X-Forwarded-Proto` count only when the socket's other end is a
 * proxy of ours, and then from the right: everything left of the first address that is not ours was written by a stranger.
 * @param proxies addresses and CIDR ranges of our own proxies. @throws OptionError when one is no address.
 */
export const createSourceReader = (
  proxies: readonly string[],
): ((request: Request, connection: WebhookConnection) => WebhookSource) => {
  const isOurs = createAddressTest('proxies', proxies);
  return (request, { remoteAddress = '' }) => {
    const direct = new URL(request.url).protocol === 'https:';
    if (parseAddress(remoteAddress) === null) return { address: null, secure: direct };
    if (!isOurs(remoteAddress)) return { address: remoteAddress, secure: direct };
    const forwarded = request.headers.get('x-forwarded-for')?.split(',') ?? [];
    const stranger = forwarded
      .map((entry) => withoutPort(entry.trim()))
      .reverse()
      .find((entry) => !isOurs(entry));
    return {
      address: stranger === undefined || parseAddress(stranger) === null ? null : stranger,
      // A proxy of ours that ends TLS talks to us in the open; it says what the caller spoke.
      secure: lastOf(request.headers.get('x-forwarded-proto')) === 'https',
    };
  };
};
