/** Where a redirect leads. */
export interface RedirectOptions {
  /** Origin of the server that carries the stand-in. Default: the page's own. */
  readonly origin?: string;
  /** Path under which it is there. Default: the stand-in's own. */
  readonly prefix?: string;
}

/** Whose requests are led elsewhere. */
export interface Vendor {
  /** Which of its hosts is which service. */
  readonly hosts: Readonly<Record<string, string>>;
  /** Every host of it. */
  readonly domains: RegExp;
  readonly prefix: string;
}

const localHosts = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Sends every request of this page for a vendor's hosts to its stand-in instead: fetch, XMLHttpRequest, WebSocket and
 * sendBeacon. A host of the vendor's that has no stand-in leads nowhere, never out. @returns how to undo it, or null on a
 * page that is not on this machine, where nothing is changed
 */
export const redirectPage = (vendor: Vendor, options: RedirectOptions = {}): (() => void) | null => {
  if (!localHosts.has(location.hostname)) return null;
  const { origin = location.origin, prefix = vendor.prefix } = options;

  const target = (address: string | URL): string => {
    const url = new URL(address, document.baseURI);
    if (!vendor.domains.test(url.hostname)) return String(address);
    const base = url.protocol.startsWith('ws') ? origin.replace(/^http/, 'ws') : origin;
    return `${base}${prefix}/${vendor.hosts[url.hostname] ?? 'nowhere'}${url.pathname}${url.search}`;
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
