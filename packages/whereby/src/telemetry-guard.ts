/** Where the vendor's client sends its telemetry: the page's path, names, ids, labels, and other people's connections. */
const telemetryHost = 'rtcstats.srv.whereby.com';

let holders = 0;
let restore = (): void => undefined;

const isTelemetry = (address: string | URL): boolean =>
  URL.parse(String(address), typeof document === 'undefined' ? undefined : document.baseURI)?.hostname ===
  telemetryHost;

/** A socket that never opens. One that failed would be tried again and again. */
class DeadSocket extends EventTarget {
  readonly readyState = WebSocket.CONNECTING;
  close(): void {
    // There is nothing to close.
  }
  send(): void {
    throw new DOMException('This socket is not open.', 'InvalidStateError');
  }
}

const put = (): void => {
  const Plain = globalThis.WebSocket;
  const Guarded: typeof WebSocket = new Proxy(Plain, {
    construct: (target, given: [address: string | URL, protocols?: string | string[]], newTarget): object =>
      holders > 0 && isTelemetry(given[0])
        ? new DeadSocket()
        : (Reflect.construct(target, given, newTarget === Guarded ? target : newTarget) as WebSocket),
  });
  globalThis.WebSocket = Guarded;
  restore = () => {
    // Whoever wrapped it after us keeps their wrapper; ours lets everything through by then.
    if (globalThis.WebSocket === Guarded) globalThis.WebSocket = Plain;
  };
};

/**
 * Refuses every socket to the vendor's telemetry host as long as somebody holds the guard. The second line: the first
 * turns telemetry off inside the client, which fails where a bundler or package manager made two copies of its media
 * package. @returns lets go, once
 */
export const holdTelemetryGuard = (): (() => void) => {
  if (holders === 0) put();
  holders += 1;
  let held = true;
  return () => {
    if (!held) return;
    held = false;
    holders -= 1;
    if (holders === 0) restore();
  };
};
