import { hmsHosts, hmsPrefix } from '../services.ts';

/** Where the redirect leads. */
export interface RedirectOptions {
  /** Origin of the server that carries the stand-in. Default: the page's own. */
  readonly origin?: string;
  /** Default `/emulators/100ms`. */
  readonly prefix?: string;
}

const localHosts = new Set(['localhost', '127.0.0.1', '[::1]']);
const vendorDomain = /(^|\.)100ms\.live$/;

/**
 * Sends every request of this page for the vendor's hosts to the stand-in instead: fetch, XMLHttpRequest, WebSocket and
 * sendBeacon. A host of the vendor's that has no stand-in leads nowhere, never out. Load it before anything of the
 * vendor's. @returns how to undo it, or null on a page that is not on this machine, where nothing is changed
 */
export const redirectHms = (options: RedirectOptions = {}): (() => void) | null => {
  if (!localHosts.has(location.hostname)) return null;
  const origin = options.origin ?? location.origin;
  const prefix = options.prefix ?? hmsPrefix;

  const target = (address: string | URL): string => {
    const url = new URL(address, document.baseURI);
    if (!vendorDomain.test(url.hostname)) return String(address);
    const base = url.protocol.startsWith('ws') ? origin.replace(/^http/, 'ws') : origin;
    return `${base}${prefix}/${hmsHosts[url.hostname] ?? 'nowhere'}${url.pathname}${url.search}`;
  };

  const { fetch: plainFetch, WebSocket: PlainWebSocket } = globalThis;
  globalThis.fetch = (input, init) => {
    if (!(input instanceof Request)) return plainFetch(target(input), init);
    const address = target(input.url);
    return plainFetch(address === input.url ? input : new Request(address, input), init);
  };
  globalThis.WebSocket = class extends PlainWebSocket {
    constructor(address: string | URL, protocols?: string | string[]) {
      super(target(address), protocols);
    }
  };

  const requests = XMLHttpRequest.prototype;
  const plainOpen = Object.getOwnPropertyDescriptor(requests, 'open');
  const open = plainOpen?.value as (...parameters: unknown[]) => void;
  requests.open = function (this: XMLHttpRequest, method: string, address: string | URL, ...rest: unknown[]) {
    Reflect.apply(open, this, [method, target(address), ...rest]);
  };

  const plainBeacon = navigator.sendBeacon.bind(navigator);
  navigator.sendBeacon = (address, data) => plainBeacon(target(address), data);

  return () => {
    globalThis.fetch = plainFetch;
    globalThis.WebSocket = PlainWebSocket;
    if (plainOpen) Object.defineProperty(requests, 'open', plainOpen);
    Reflect.deleteProperty(navigator, 'sendBeacon');
  };
};
