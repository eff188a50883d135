/** What a page still holds: nothing of it may outlive a connection. */
export interface Held {
  readonly peerConnections: number;
  readonly sockets: number;
  readonly audioContexts: number;
  readonly clonedTracks: number;
  readonly intervals: number;
  readonly timeouts: number;
}

/** Counts, from `start` to `stop`, what code in this page opens and has not closed. */
export interface LeakWatch {
  readonly held: () => Held;
  readonly stop: () => void;
}

type Timer = ReturnType<typeof globalThis.setTimeout>;

const watchTimers = (onStop: (restore: () => void) => void) => {
  const { setTimeout, clearTimeout, setInterval, clearInterval } = globalThis;
  const timeouts = new Set<unknown>();
  const intervals = new Set<unknown>();
  const watched = {
    setTimeout: (callback: (...given: unknown[]) => void, milliseconds?: number, ...given: unknown[]): Timer => {
      const timer: Timer = setTimeout(() => {
        timeouts.delete(timer);
        callback(...given);
      }, milliseconds);
      timeouts.add(timer);
      return timer;
    },
    clearTimeout: (timer?: Timer) => {
      timeouts.delete(timer);
      clearTimeout(timer);
    },
    setInterval: (callback: (...given: unknown[]) => void, milliseconds?: number, ...given: unknown[]): Timer => {
      const timer: Timer = setInterval(callback, milliseconds, ...given);
      intervals.add(timer);
      return timer;
    },
    clearInterval: (timer?: Timer) => {
      intervals.delete(timer);
      clearInterval(timer);
    },
  };
  Object.assign(globalThis, watched);
  onStop(() => {
    Object.assign(globalThis, { setTimeout, clearTimeout, setInterval, clearInterval });
  });
  return { timeouts, intervals };
};

/** Puts counting versions in the place of the page's constructors and timers. */
export function startLeakWatch(): LeakWatch {
  const restores: (() => void)[] = [];
  const { RTCPeerConnection: Connection, WebSocket: Socket, AudioContext: Sound } = globalThis;
  const connections = new Set<RTCPeerConnection>();
  const sockets = new Set<WebSocket>();
  const sounds = new Set<AudioContext>();
  const clones = new Set<MediaStreamTrack>();

  class CountedConnection extends Connection {
    constructor(configuration?: RTCConfiguration) {
      super(configuration);
      connections.add(this);
    }
  }
  class CountedSocket extends Socket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols);
      sockets.add(this);
    }
  }
  class CountedSound extends Sound {
    constructor(options?: AudioContextOptions) {
      super(options);
      sounds.add(this);
    }
  }
  Object.assign(globalThis, {
    RTCPeerConnection: CountedConnection,
    WebSocket: CountedSocket,
    AudioContext: CountedSound,
  });
  // eslint-disable-next-line @typescript-eslint/unbound-method -- it is called with its track below
  const { clone } = MediaStreamTrack.prototype;
  MediaStreamTrack.prototype.clone = function cloneCounted(this: MediaStreamTrack) {
    const copy = clone.call(this);
    clones.add(copy);
    return copy;
  };
  const { timeouts, intervals } = watchTimers((restore) => restores.push(restore));

  return {
    held: () => ({
      peerConnections: [...connections].filter(({ signalingState }) => signalingState !== 'closed').length,
      // A closing socket has said goodbye; the other side's answer may still be on its way.
      sockets: [...sockets].filter(({ readyState }) => readyState < Socket.CLOSING).length,
      audioContexts: [...sounds].filter(({ state }) => state !== 'closed').length,
      clonedTracks: [...clones].filter(({ readyState }) => readyState === 'live').length,
      intervals: intervals.size,
      timeouts: timeouts.size,
    }),
    stop: () => {
      Object.assign(globalThis, { RTCPeerConnection: Connection, WebSocket: Socket, AudioContext: Sound });
      MediaStreamTrack.prototype.clone = clone;
      for (const restore of restores) restore();
    },
  };
}

/** Nothing at all. */
export const nothingHeld: Held = {
  peerConnections: 0,
  sockets: 0,
  audioContexts: 0,
  clonedTracks: 0,
  intervals: 0,
  timeouts: 0,
};
