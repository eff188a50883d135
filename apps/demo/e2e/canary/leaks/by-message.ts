import type { Leak } from './leak.ts';

/** What goes out over an open line, or to another window, tab or worker. */
export const messageLeaks: readonly Leak[] = [
  {
    what: 'a WebSocket, by its address',
    sink: 'websocket-address',
    leak: (name) => {
      // As telemetry does: the path of the host's page.
      const socket = new WebSocket(`ws://${location.host}/out/clinic/${encodeURIComponent(name)}`);
      socket.onopen = () => {
        socket.close();
      };
    },
  },
  {
    what: 'a token in the address of a WebSocket',
    sink: 'websocket-address',
    leak: (name) => {
      const claims = btoa(JSON.stringify({ user_id: name, room_id: '1' })).replaceAll('=', '');
      new WebSocket(`ws://${location.host}/out?token=eyJhbGciOiJIUzI1NiJ9.${claims}.c2ln`).close();
    },
  },
  ...(['text', 'bytes'] as const).map((kind): Leak => ({
    what: `a WebSocket frame of ${kind}`,
    sink: 'websocket-sent',
    leak:
      kind === 'text'
        ? (name) =>
            new Promise((resolve) => {
              const socket = new WebSocket(`ws://${location.host}/out`);
              socket.onmessage = socket.onerror = resolve;
              socket.onopen = () => {
                socket.send(`42["join_room",{"displayName":${JSON.stringify(name)}}]`);
              };
            })
        : (name) =>
            new Promise((resolve) => {
              const socket = new WebSocket(`ws://${location.host}/out`);
              socket.onmessage = socket.onerror = resolve;
              socket.onopen = () => {
                socket.send(new TextEncoder().encode(`\u0000\u0001${name}`));
              };
            }),
  })),
  {
    what: 'a WebSocket frame that comes back',
    sink: 'websocket-received',
    leak: (name) =>
      new Promise((resolve) => {
        const socket = new WebSocket(`ws://${location.host}/out`);
        socket.onmessage = socket.onerror = resolve;
        socket.onopen = () => {
          socket.send(JSON.stringify({ metadata: { name } }));
        };
      }),
  },
  {
    what: 'a WebTransport',
    sink: 'web-transport',
    leak: (name) => {
      const transport = new WebTransport(`https://127.0.0.1:9/out?name=${encodeURIComponent(name)}`);
      transport.ready.catch(() => undefined);
      return transport.closed.catch(() => undefined);
    },
  },
  {
    what: 'an EventSource',
    sink: 'event-source',
    leak: (name) =>
      new Promise((resolve) => {
        const source = new EventSource(`/out?for=${encodeURIComponent(name)}`);
        source.onerror = () => {
          source.close();
          resolve(null);
        };
      }),
  },
  {
    what: 'the label of a data channel',
    sink: 'data-channel-label',
    leak: (name) => {
      const connection = new RTCPeerConnection();
      connection.createDataChannel(name);
      connection.close();
    },
  },
  {
    what: 'a data channel',
    sink: 'data-channel',
    leak: async (name) => {
      const [near, far] = [new RTCPeerConnection(), new RTCPeerConnection()];
      near.onicecandidate = ({ candidate }) => void far.addIceCandidate(candidate ?? undefined);
      far.onicecandidate = ({ candidate }) => void near.addIceCandidate(candidate ?? undefined);
      const channel = near.createDataChannel('chat');
      await near.setLocalDescription();
      await far.setRemoteDescription(near.localDescription ?? { type: 'offer' });
      await far.setLocalDescription();
      await near.setRemoteDescription(far.localDescription ?? { type: 'answer' });
      await new Promise((resolve) => {
        channel.onopen = resolve;
      });
      channel.send(JSON.stringify({ chat: `${name} says hello` }));
      near.close();
      far.close();
    },
  },
  {
    what: 'a session description',
    sink: 'session-description',
    leak: async (name) => {
      const connection = new RTCPeerConnection();
      connection.createDataChannel('any');
      const { sdp = '' } = await connection.createOffer();
      await connection.setLocalDescription({ type: 'offer', sdp: sdp.replace('s=-', `s=${name}`) });
      connection.close();
    },
  },
  {
    what: 'postMessage to another window',
    sink: 'post-message',
    leak: (name) => {
      window.postMessage({ type: 'JOIN', payload: { displayName: name } }, '*');
    },
  },
  {
    what: 'postMessage to a port',
    sink: 'post-message',
    leak: (name) => {
      new MessageChannel().port1.postMessage([new Map([['patient', name]])]);
    },
  },
  {
    what: 'postMessage to a worker',
    sink: 'post-message',
    leak: (name) => {
      const worker = new Worker(URL.createObjectURL(new Blob([''])));
      worker.postMessage(new TextEncoder().encode(name));
      worker.terminate();
    },
  },
  {
    what: 'the name of a worker',
    sink: 'worker',
    leak: (name) => {
      new Worker(URL.createObjectURL(new Blob([''])), { name }).terminate();
    },
  },
  {
    what: 'a message between tabs',
    sink: 'broadcast-channel',
    leak: (name) => {
      const channel = new BroadcastChannel('visit');
      channel.postMessage({ name });
      channel.close();
    },
  },
  {
    what: 'the name of a channel between tabs',
    sink: 'broadcast-channel',
    leak: (name) => {
      new BroadcastChannel(`visit of ${name}`).close();
    },
  },
];
