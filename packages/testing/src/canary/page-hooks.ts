import type { Sink } from './sinks.ts';

/** Hands what was caught to the test: text as it is, bytes in base64, and the address it is for where there is one. */
export type Report = (sink: Sink, text: string, base64: boolean, to?: string) => void;

/**
 * Wraps every way out of a page that the network does not show. Runs in the page before its own scripts, so it must not
 * use anything from outside itself. What it wraps goes on working.
 * @param binding the name of the function on the window that takes a {@link Report}'s arguments
 */
export const hookPage = (binding: string): void => {
  type Method = (this: unknown, ...parameters: readonly unknown[]) => unknown;
  const isMethod = (value: unknown): value is Method => typeof value === 'function';

  const hand: unknown = Reflect.get(globalThis, binding);
  if (!isMethod(hand)) return;
  Reflect.deleteProperty(globalThis, binding);
  /** Where what is being read is going; reading is done in one breath, but for files. */
  let destination: string | undefined;
  const report: Report = (sink, text, base64) => {
    hand.call(globalThis, sink, text, base64, destination);
  };

  const pending = new Set<Promise<unknown>>();
  Reflect.defineProperty(globalThis, `${binding}Settled`, {
    value: async () => {
      sweep();
      while (pending.size > 0) await Promise.all(pending);
    },
  });

  const base64 = (bytes: Uint8Array): string => {
    let text = '';
    for (const byte of bytes) text += String.fromCharCode(byte);
    return btoa(text);
  };
  /** Everything readable in a value, however deep: objects by their keys and values, errors by message and stack. */
  const catchValue = (sink: Sink, value: unknown, depth = 0): void => {
    if (value === null || value === undefined || typeof value === 'function' || depth > 6) return;
    if (typeof value === 'string') report(sink, value, false);
    else if (typeof value === 'symbol') report(sink, value.description ?? '', false);
    else if (typeof value === 'number' || typeof value === 'bigint') report(sink, String(value), false);
    else if (typeof value !== 'object') return;
    else if (value instanceof ArrayBuffer) report(sink, base64(new Uint8Array(value)), true);
    else if (ArrayBuffer.isView(value))
      report(sink, base64(new Uint8Array(value.buffer, value.byteOffset, value.byteLength)), true);
    else if (value instanceof Blob) {
      if (value instanceof File) report(sink, value.name, false);
      const to = destination;
      const read = value.arrayBuffer().then((buffer) => {
        catchFor(to, sink, buffer);
      });
      pending.add(read);
      void read.finally(() => pending.delete(read));
    } else if (value instanceof Error) {
      for (const part of [value.name, value.message, value.stack, value.cause]) catchValue(sink, part, depth + 1);
    } else if ('toJSON' in value && isMethod(value.toJSON)) {
      // Descriptions and candidates keep what they say out of their own properties.
      catchValue(sink, value.toJSON(), depth + 1);
    } else if (value instanceof Node) {
      report(sink, value instanceof Element ? value.outerHTML : (value.textContent ?? ''), false);
    } else if (value instanceof URL || value instanceof URLSearchParams) report(sink, String(value), false);
    else if (value instanceof Map || value instanceof FormData || value instanceof Headers) {
      for (const entry of value.entries()) catchValue(sink, entry, depth + 1);
    } else if (value instanceof Set || Array.isArray(value)) {
      for (const entry of value) catchValue(sink, entry, depth + 1);
    } else {
      for (const key of Object.keys(value)) {
        report(sink, key, false);
        let inner: unknown;
        try {
          inner = Reflect.get(value, key);
        } catch {
          continue;
        }
        catchValue(sink, inner, depth + 1);
      }
    }
  };

  const catchFor = (to: unknown, sink: Sink, value: unknown): void => {
    const isAddress = typeof to === 'string' || to instanceof URL;
    destination = isAddress ? URL.parse(to, document.baseURI)?.href : undefined;
    catchValue(sink, value);
    destination = undefined;
  };

  /** Who has a property: somebody may have put a class of their own before the browser's. */
  const ownerOf = (heir: object | undefined, name: string): object | undefined => {
    let owner: object | null | undefined = heir;
    while (owner && !Object.hasOwn(owner, name)) owner = Object.getPrototypeOf(owner) as object | null;
    return owner ?? undefined;
  };
  /** Reads what a method is called with before it is called. */
  const before = (heir: object | undefined, name: string, sink: Sink): void => {
    const owner = ownerOf(heir, name);
    if (owner === undefined) return;
    const method: unknown = Object.getOwnPropertyDescriptor(owner, name)?.value;
    if (!isMethod(method)) return;
    Reflect.defineProperty(owner, name, {
      configurable: true,
      writable: true,
      value: function (this: unknown, ...parameters: readonly unknown[]) {
        catchValue(sink, parameters);
        return Reflect.apply(method, this, parameters);
      },
    });
  };
  /** Reads what a property is set to before it is set. */
  const onSet = (heir: object, name: string, sink: Sink): void => {
    const owner = ownerOf(heir, name);
    if (owner === undefined) return;
    const property = Object.getOwnPropertyDescriptor(owner, name);
    if (property?.set === undefined) return;
    Reflect.defineProperty(owner, name, {
      ...property,
      set(this: unknown, value: unknown) {
        catchValue(sink, value);
        property.set?.call(this, value);
      },
    });
  };
  /** Reads what a constructor is given. The parameters are all it adds, so subclasses and `instanceof` go on working. */
  const onConstruct = (name: string, sink: Sink): void => {
    const original: unknown = Reflect.get(globalThis, name);
    if (!isMethod(original)) return;
    const watched = new Proxy(original, {
      construct(target, parameters: unknown[], newTarget) {
        catchFor(name === 'WebSocket' || name === 'EventSource' ? parameters[0] : undefined, sink, parameters);
        const made: unknown = Reflect.construct(target, parameters, newTarget);
        return typeof made === 'object' && made !== null ? made : {};
      },
    });
    Reflect.defineProperty(globalThis, name, { configurable: true, writable: true, value: watched });
  };
  const prototypeOf = (name: string): object | undefined => {
    const constructor: unknown = Reflect.get(globalThis, name);
    const prototype: unknown = isMethod(constructor) ? Reflect.get(constructor, 'prototype') : undefined;
    return typeof prototype === 'object' && prototype !== null ? prototype : undefined;
  };

  // What a policy or a filter blocks does not show on the network, nor do the files of a form; the wish to send counts.
  const fetchOnward = globalThis.fetch.bind(globalThis);
  globalThis.fetch = (input, init) => {
    const address = input instanceof Request ? input.url : String(input);
    if (init?.body !== undefined) catchFor(address, 'request-body', init.body);
    return fetchOnward(input, init);
  };
  const addresses = new WeakMap<object, string>();
  const open = Reflect.get(XMLHttpRequest.prototype, 'open') as Method;
  Reflect.set(XMLHttpRequest.prototype, 'open', function (this: XMLHttpRequest, ...parameters: readonly unknown[]) {
    addresses.set(this, String(parameters[1]));
    return Reflect.apply(open, this, parameters);
  });
  const send = Reflect.get(XMLHttpRequest.prototype, 'send') as Method;
  Reflect.set(XMLHttpRequest.prototype, 'send', function (this: XMLHttpRequest, ...parameters: readonly unknown[]) {
    catchFor(addresses.get(this), 'request-body', parameters);
    return Reflect.apply(send, this, parameters);
  });
  const sendBeacon = navigator.sendBeacon.bind(navigator);
  Navigator.prototype.sendBeacon = (address, body) => {
    catchFor(address, 'beacon', body);
    return sendBeacon(address, body);
  };
  onConstruct('WebSocket', 'websocket-address');
  onConstruct('EventSource', 'event-source');
  onConstruct('WebTransport', 'web-transport');
  onConstruct('Worker', 'worker');
  onConstruct('SharedWorker', 'worker');

  before(prototypeOf('RTCDataChannel'), 'send', 'data-channel');
  before(prototypeOf('RTCPeerConnection'), 'createDataChannel', 'data-channel-label');
  for (const method of ['setLocalDescription', 'setRemoteDescription', 'addIceCandidate'])
    before(prototypeOf('RTCPeerConnection'), method, 'session-description');
  // A description that the browser writes itself is there only afterwards.
  const setLocal: unknown = Reflect.get(prototypeOf('RTCPeerConnection') ?? {}, 'setLocalDescription');
  if (isMethod(setLocal)) {
    Reflect.set(
      RTCPeerConnection.prototype,
      'setLocalDescription',
      async function (this: RTCPeerConnection, ...parameters: readonly unknown[]) {
        await Reflect.apply(setLocal, this, parameters);
        catchValue('session-description', this.localDescription);
      },
    );
  }

  before(globalThis, 'postMessage', 'post-message');
  for (const poster of ['MessagePort', 'Worker', 'ServiceWorker', 'Client'])
    before(prototypeOf(poster), 'postMessage', 'post-message');
  before(prototypeOf('BroadcastChannel'), 'postMessage', 'broadcast-channel');
  onConstruct('BroadcastChannel', 'broadcast-channel');

  onSet(Document.prototype, 'cookie', 'cookie');
  before(prototypeOf('CookieStore'), 'set', 'cookie');
  const setItem = Reflect.get(Storage.prototype, 'setItem') as Method;
  Storage.prototype.setItem = function (this: Storage, key: string, value: string) {
    catchValue(this === globalThis.sessionStorage ? 'session-storage' : 'local-storage', [key, value]);
    setItem.call(this, key, value);
  };
  before(prototypeOf('IDBFactory'), 'open', 'indexed-db');
  for (const method of ['put', 'add']) before(prototypeOf('IDBObjectStore'), method, 'indexed-db');
  before(prototypeOf('IDBDatabase'), 'createObjectStore', 'indexed-db');
  before(prototypeOf('CacheStorage'), 'open', 'cache-storage');
  const put: unknown = Reflect.get(prototypeOf('Cache') ?? {}, 'put');
  if (isMethod(put)) {
    Reflect.set(prototypeOf('Cache') ?? {}, 'put', function (this: unknown, request: unknown, response: unknown) {
      catchValue('cache-storage', request instanceof Request ? request.url : request);
      if (response instanceof Response) {
        catchValue('cache-storage', response.headers);
        const read = response
          .clone()
          .arrayBuffer()
          .then((body) => {
            catchValue('cache-storage', body);
          });
        pending.add(read);
        void read.finally(() => pending.delete(read));
      }
      return put.call(this, request, response);
    });
  }
  for (const method of ['getFileHandle', 'getDirectoryHandle'])
    before(prototypeOf('FileSystemDirectoryHandle'), method, 'file-system');
  before(prototypeOf('FileSystemWritableFileStream'), 'write', 'file-system');

  for (const method of ['pushState', 'replaceState']) before(History.prototype, method, 'history');
  onSet(Document.prototype, 'title', 'title');
  onConstruct('Notification', 'notification');
  before(prototypeOf('ServiceWorkerRegistration'), 'showNotification', 'notification');
  onConstruct('MediaMetadata', 'media-session');
  for (const method of ['writeText']) before(prototypeOf('Clipboard'), method, 'clipboard');
  onConstruct('ClipboardItem', 'clipboard');
  document.addEventListener(
    'copy',
    () => {
      catchValue('clipboard', String(globalThis.getSelection() ?? ''));
    },
    true,
  );
  before(prototypeOf('DataTransfer'), 'setData', 'clipboard');

  for (const method of ['mark', 'measure']) before(Performance.prototype, method, 'performance-entry');
  addEventListener('error', ({ error, message }: ErrorEvent) => {
    catchValue('error', [error, message]);
  });
  addEventListener('unhandledrejection', ({ reason }) => {
    catchValue('error', reason);
  });

  const devtools = {
    connect: (...parameters: readonly unknown[]) => {
      catchValue('devtools', parameters);
      const send = (...sent: readonly unknown[]) => {
        catchValue('devtools', sent);
      };
      return { init: send, send, error: send, subscribe: () => () => undefined, unsubscribe: () => undefined };
    },
    disconnect: () => undefined,
  };
  for (const name of ['__REDUX_DEVTOOLS_EXTENSION__', 'devToolsExtension']) Reflect.set(globalThis, name, devtools);

  const seen = new Set<string>();
  const once = (sink: Sink, text: string | null | undefined) => {
    if (text === null || text === undefined || text.length < 3 || seen.has(`${sink} ${text}`)) return;
    seen.add(`${sink} ${text}`);
    report(sink, text, false);
  };
  const masked = '[data-sentry-mask], .ph-no-capture, .rr-block';
  const readElement = (element: Element) => {
    for (const { value } of element.attributes) once('attribute', value);
  };
  const readText = (text: Node) => {
    const around = text.parentElement;
    if (around?.closest('.qr-root') && !around.closest(masked)) once('text-unmasked', text.textContent);
  };
  const readTree = (root: Node) => {
    if (root instanceof Element) readElement(root);
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    for (let node: Node | null = walker.currentNode; node !== null; node = walker.nextNode()) {
      if (node instanceof Element) readElement(node);
      else if (node instanceof Text) readText(node);
    }
  };
  const take = (records: readonly MutationRecord[]) => {
    for (const { type, target, addedNodes } of records) {
      if (target.nodeName === 'TITLE') once('title', target.textContent);
      if (type === 'attributes' && target instanceof Element) readElement(target);
      else if (type === 'characterData') readText(target);
      else for (const node of addedNodes) readTree(node);
    }
  };
  const observer = new MutationObserver(take);
  observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  const sweep = () => {
    take(observer.takeRecords());
  };
};
