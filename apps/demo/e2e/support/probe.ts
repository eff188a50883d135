/** What the page holds, gathered below the product's code: the constructors of the browser are wrapped before it loads. */
export interface Probe {
  readonly connections: RTCPeerConnection[];
  readonly tracks: MediaStreamTrack[];
  readonly sockets: WebSocket[];
  /** How often a device or a screen was asked for. */
  captures: number;
}

declare global {
  var probe: Probe;
}

/** Runs in the page before its own scripts. Must not use anything from outside itself. */
export const installProbe = (): void => {
  const probe: Probe = { connections: [], tracks: [], sockets: [], captures: 0 };
  globalThis.probe = probe;

  globalThis.RTCPeerConnection = class extends RTCPeerConnection {
    constructor(configuration?: RTCConfiguration) {
      super(configuration);
      probe.connections.push(this);
    }
  };
  globalThis.WebSocket = class extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols);
      probe.sockets.push(this);
    }
  };
  // Absent on an insecure page, whatever its type says.
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (devices) {
    const watch = (ask: 'getUserMedia' | 'getDisplayMedia') => {
      const original = devices[ask].bind(devices);
      devices[ask] = async (constraints?: MediaStreamConstraints) => {
        probe.captures += 1;
        const stream = await original(constraints);
        probe.tracks.push(...stream.getTracks());
        return stream;
      };
    };
    watch('getUserMedia');
    watch('getDisplayMedia');
  }
  const original = Object.getOwnPropertyDescriptor(MediaStreamTrack.prototype, 'clone');
  const clone = original?.value as (this: MediaStreamTrack) => MediaStreamTrack;
  MediaStreamTrack.prototype.clone = function (this: MediaStreamTrack) {
    const copy = clone.call(this);
    probe.tracks.push(copy);
    return copy;
  };
};
