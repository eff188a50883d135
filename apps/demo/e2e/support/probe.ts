/** What the page holds, gathered below the product's code: the constructors of the browser are wrapped before it loads. */
export interface Probe {
  readonly connections: readonly RTCPeerConnection[];
  readonly tracks: readonly MediaStreamTrack[];
  readonly sockets: readonly WebSocket[];
  /** Every envelope this page handed to a direct connection, in hexadecimal. */
  readonly sent: string[];
  /** How often a device or a screen was asked for. */
  captures: number;
}

declare global {
  var probe: Probe;
}

/** Runs in the page before its own scripts. Must not use anything from outside itself. */
export const installProbe = (): void => {
  // Held weakly, so that looking for leaks makes none.
  const collect = <Thing extends object>() => {
    const held: WeakRef<Thing>[] = [];
    return {
      add: (thing: Thing) => void held.push(new WeakRef(thing)),
      all: () => held.flatMap((reference) => reference.deref() ?? []),
    };
  };
  const connections = collect<RTCPeerConnection>();
  const tracks = collect<MediaStreamTrack>();
  const sockets = collect<WebSocket>();
  const probe: Probe = {
    get connections() {
      return connections.all();
    },
    get tracks() {
      return tracks.all();
    },
    get sockets() {
      return sockets.all();
    },
    sent: [],
    captures: 0,
  };
  globalThis.probe = probe;

  globalThis.RTCPeerConnection = class extends RTCPeerConnection {
    constructor(configuration?: RTCConfiguration) {
      super(configuration);
      connections.add(this);
    }
  };
  globalThis.WebSocket = class extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols);
      sockets.add(this);
    }
  };
  /** A method as it is before it is wrapped, to be called on an object given. */
  const original = (prototype: object, name: string): unknown =>
    Object.getOwnPropertyDescriptor(prototype, name)?.value;

  const send = original(RTCDataChannel.prototype, 'send') as (this: RTCDataChannel, data: Uint8Array | string) => void;
  RTCDataChannel.prototype.send = function (this: RTCDataChannel, data: unknown) {
    if (typeof data === 'string' && this.label === 'ion-sfu') {
      // What a page tells 100ms' media server of the sizes it shows.
      probe.sent.push(data);
      send.call(this, data);
      return;
    }
    if (!(data instanceof Uint8Array)) throw new Error('A direct connection was given something else than bytes.');
    const bytes = new Uint8Array(data);
    // Signs of life are two bytes each and say nothing.
    if (bytes.length > 2) probe.sent.push(Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(''));
    send.call(this, bytes);
  };

  // Absent on an insecure page, whatever its type says.
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (devices) {
    const watch = (ask: 'getUserMedia' | 'getDisplayMedia') => {
      const capture = devices[ask].bind(devices);
      devices[ask] = async (constraints?: MediaStreamConstraints) => {
        probe.captures += 1;
        const stream = await capture(constraints);
        for (const track of stream.getTracks()) tracks.add(track);
        return stream;
      };
    };
    watch('getUserMedia');
    watch('getDisplayMedia');
  }
  const clone = original(MediaStreamTrack.prototype, 'clone') as (this: MediaStreamTrack) => MediaStreamTrack;
  MediaStreamTrack.prototype.clone = function (this: MediaStreamTrack) {
    const copy = clone.call(this);
    tracks.add(copy);
    return copy;
  };
};
