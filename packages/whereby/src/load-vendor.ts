import type { WherebyClient } from '@whereby.com/core';
import type { ServerSocket } from '@whereby.com/media';

/** What is used of the vendor's packages. */
export interface Vendor {
  readonly WherebyClient: typeof WherebyClient;
  readonly ServerSocket: typeof ServerSocket;
}

/** Puts back what loading the vendor's code replaces in the page, so that other users of WebRTC keep what they had. */
const keepPage = (): (() => void) => {
  const { RTCPeerConnection: Connection } = globalThis;
  const { mediaDevices } = navigator as { mediaDevices?: MediaDevices };
  const own = (['getUserMedia', 'getDisplayMedia', 'enumerateDevices'] as const).map(
    (name) => [name, mediaDevices && Object.getOwnPropertyDescriptor(mediaDevices, name)] as const,
  );
  return () => {
    globalThis.RTCPeerConnection = Connection;
    if (mediaDevices === undefined) return;
    for (const [name, descriptor] of own) {
      if (descriptor === undefined) Reflect.deleteProperty(mediaDevices, name);
      else Object.defineProperty(mediaDevices, name, descriptor);
    }
  };
};

let loading: Promise<Vendor> | null = null;

const load = async (): Promise<Vendor> => {
  const putBack = keepPage();
  try {
    const [{ WherebyClient: Client }, { rtcStats, ServerSocket: Socket }] = await Promise.all([
      import('@whereby.com/core'),
      import('@whereby.com/media'),
    ]);
    // Before the first client is made, and for good: there is no option for it.
    rtcStats.server.connect = () => undefined;
    rtcStats.server.trace = () => undefined;
    return { WherebyClient: Client, ServerSocket: Socket };
  } finally {
    putBack();
  }
};

/** Loads the vendor's client, once per page, with its telemetry off and the page's own WebRTC left as it was. */
export const loadVendor = (): Promise<Vendor> => {
  loading ??= load().catch((error: unknown) => {
    loading = null;
    throw error;
  });
  return loading;
};
