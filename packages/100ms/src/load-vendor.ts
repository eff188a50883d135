import type * as Sdk from '@100mslive/hms-video-store';

/** The vendor's client. */
export type Vendor = typeof Sdk;

/** What loading the vendor's code puts in the place of the page's own. */
const replaced = ['RTCPeerConnection', 'RTCIceCandidate', 'RTCSessionDescription'] as const;
const deviceCalls = ['getUserMedia', 'getDisplayMedia', 'enumerateDevices'] as const;

const keepOwn = (of: object, names: readonly string[]): (() => void) => {
  const own = names.map((name) => [name, Object.getOwnPropertyDescriptor(of, name)] as const);
  return () => {
    for (const [name, descriptor] of own) {
      if (descriptor === undefined) Reflect.deleteProperty(of, name);
      else Object.defineProperty(of, name, descriptor);
    }
  };
};

let loading: Promise<Vendor> | null = null;

const load = async (): Promise<Vendor> => {
  const { mediaDevices } = navigator as { mediaDevices?: MediaDevices };
  const putBack = [keepOwn(globalThis, replaced), ...(mediaDevices ? [keepOwn(mediaDevices, deviceCalls)] : [])];
  try {
    return await import('@100mslive/hms-video-store');
  } finally {
    for (const back of putBack) back();
  }
};

/** Loads the vendor's client, once per page, and leaves the page's own WebRTC in its place. */
export const loadVendor = (): Promise<Vendor> => {
  loading ??= load().catch((error: unknown) => {
    loading = null;
    throw error;
  });
  return loading;
};
