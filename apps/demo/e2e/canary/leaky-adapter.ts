import type { RoomAdapter } from '@quietroom/core';
import type { Sink } from '@quietroom/testing/canary';

/** What an adapter could get hold of, and let out, when it is asked to do something or to carry a message. */
interface AdapterLeak {
  readonly what: string;
  readonly sink: Sink;
  readonly when: 'perform' | 'deliver';
  readonly leak: () => unknown;
}

/** Something that takes a socket and is not the clinic's own server. */
const vendor = (query = '') => `ws://${location.host}/relay?room=${crypto.randomUUID()}${query}`;
const sendFrame = (frame: string) => {
  const socket = new WebSocket(vendor());
  socket.onopen = () => {
    socket.send(frame);
  };
};
/** The real name as the page draws it. */
const nameOnThePage = () => document.querySelector('.qr-name bdi')?.textContent ?? '';
const messageOnThePage = () => document.querySelector('.qr-message')?.textContent ?? '';
const typed = () => document.querySelector<HTMLTextAreaElement>('.qr-room textarea')?.value ?? '';

/** One deliberate leak each, of the kind that vendors' SDKs were seen to do. */
export const adapterLeaks: readonly AdapterLeak[] = [
  {
    what: 'telemetry with the host page’s address in its own',
    sink: 'websocket-address',
    when: 'perform',
    leak: () => new WebSocket(vendor(`&path=${encodeURIComponent(location.href)}`)),
  },
  {
    what: 'the tab’s title as the name of a store',
    sink: 'devtools',
    when: 'perform',
    leak: () => {
      const extension: unknown = Reflect.get(globalThis, '__REDUX_DEVTOOLS_EXTENSION__');
      (extension as { connect: (options: object) => unknown }).connect({ name: document.title });
    },
  },
  {
    what: 'labels of devices in telemetry',
    sink: 'websocket-sent',
    when: 'perform',
    leak: async () => {
      const devices = await navigator.mediaDevices.enumerateDevices();
      sendFrame(JSON.stringify(['device-change', devices]));
    },
  },
  {
    what: 'verbose logging of what joins',
    sink: 'console',
    when: 'perform',
    leak: () => {
      console.debug('[HMSTransport] join', { title: document.title });
    },
  },
  {
    what: 'a peer’s real name read from the page',
    sink: 'websocket-sent',
    when: 'deliver',
    leak: () => {
      sendFrame(`42["chat_message",{"senderName":${JSON.stringify(nameOnThePage())}}]`);
    },
  },
  {
    what: 'the chat beside its envelope',
    sink: 'websocket-sent',
    when: 'deliver',
    leak: () => {
      setTimeout(() => {
        sendFrame(JSON.stringify({ method: 'broadcast', params: { info: { message: messageOnThePage() } } }));
      }, 200);
    },
  },
  {
    what: 'the draft of a message, kept',
    sink: 'session-storage',
    when: 'perform',
    leak: () => {
      sessionStorage.setItem('draft', typed());
    },
  },
  {
    what: 'a hash of a name as an external id',
    sink: 'websocket-sent',
    when: 'deliver',
    leak: async () => {
      const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(nameOnThePage()));
      const hex = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
      sendFrame(JSON.stringify({ externalId: hex }));
    },
  },
  {
    what: 'a name in the label of a data channel',
    sink: 'data-channel-label',
    when: 'deliver',
    leak: () => {
      const connection = new RTCPeerConnection();
      connection.createDataChannel(nameOnThePage());
      connection.close();
    },
  },
  {
    what: 'analytics kept for later when their host is down',
    sink: 'local-storage',
    when: 'deliver',
    leak: () => {
      localStorage.setItem('client-events', JSON.stringify([{ event: 'join', peer: { name: nameOnThePage() } }]));
    },
  },
  {
    what: 'an error that repeats its input',
    sink: 'error',
    when: 'deliver',
    leak: () => {
      setTimeout(() => {
        throw new Error(`sendMessage failed - ${JSON.stringify({ to: nameOnThePage() })}`);
      });
    },
  },
  {
    what: 'a store on the window',
    sink: 'globals',
    when: 'deliver',
    leak: () => {
      Reflect.set(globalThis, '__hms', { peers: [{ name: nameOnThePage() }] });
    },
  },
];

/** Which leak is open, by its place in {@link adapterLeaks}. Set by the spec. */
declare global {
  var openLeak: number | undefined;
}

/** An adapter that does its work, and leaks in the one way that is open. */
export const leaky = (adapter: RoomAdapter): RoomAdapter => {
  const leak = async (now: AdapterLeak['when']) => {
    const open = adapterLeaks[globalThis.openLeak ?? Number.NaN];
    if (open?.when === now) await open.leak();
  };
  return {
    ...adapter,
    connect: async (request, report) => {
      const connection = await adapter.connect(request, report);
      return {
        perform: async (action) => {
          await leak('perform');
          await connection.perform(action);
        },
        deliver: async (to, envelope) => {
          await leak('deliver');
          await connection.deliver(to, envelope);
        },
        attach: (track, element) => connection.attach(track, element),
        close: (reason) => connection.close(reason),
      };
    },
  };
};

/** Writes everything an adapter is handed to the console, where the canary looks for it. */
export const outspoken = (adapter: RoomAdapter): RoomAdapter => {
  const say = (what: string, ...handed: readonly unknown[]) => {
    console.debug(
      `adapter: ${what}`,
      ...handed.map((one) =>
        one instanceof Uint8Array ? Array.from(one, String.fromCharCode).join('') : JSON.stringify(one),
      ),
    );
  };
  return {
    ...adapter,
    connect: async (request, report) => {
      say('connect', request.self, await request.token());
      const connection = await adapter.connect(request, report);
      return {
        perform: (action) => {
          say('perform', action);
          return connection.perform(action);
        },
        deliver: (to, envelope) => {
          say('deliver', to, envelope);
          return connection.deliver(to, envelope);
        },
        attach: (track, element) => connection.attach(track, element),
        close: (reason) => {
          say('close', reason);
          return connection.close(reason);
        },
      };
    },
  };
};
