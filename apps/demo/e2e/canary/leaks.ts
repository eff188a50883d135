import type { Sink } from '@quietroom/testing/canary';

/** One deliberate leak: where it goes, and how a page would do it. Runs in the page with the person's name. */
export interface Leak {
  readonly what: string;
  readonly sink: Sink;
  readonly leak: (name: string) => unknown;
}

/** What a careless host page, analytics script, error reporter or vendor SDK does. One for each way out, and more. */
export const leaks: readonly Leak[] = [
  { what: 'fetch, in the address', sink: 'request', leak: (name) => fetch(`/out?name=${encodeURIComponent(name)}`) },
  {
    what: 'fetch, in a header',
    sink: 'request-header',
    leak: (name) => fetch('/out', { headers: { 'x-patient': encodeURIComponent(name) } }),
  },
  {
    what: 'fetch, in the body',
    sink: 'request-body',
    leak: (name) => fetch('/out', { method: 'POST', body: JSON.stringify({ displayName: name }) }),
  },
  {
    what: 'fetch, compressed',
    sink: 'request-body',
    leak: async (name) => {
      const packed = new Blob([JSON.stringify({ name })]).stream().pipeThrough(new CompressionStream('gzip'));
      await fetch('/out', { method: 'POST', body: await new Response(packed).arrayBuffer() });
    },
  },
  {
    what: 'XMLHttpRequest',
    sink: 'request-body',
    leak: (name) =>
      new Promise((resolve) => {
        const request = new XMLHttpRequest();
        request.onloadend = resolve;
        request.open('POST', '/out');
        request.send(new URLSearchParams({ name }));
      }),
  },
  {
    what: 'an upload, by its file name',
    sink: 'request-body',
    leak: (name) => {
      const form = new FormData();
      form.append('file', new File(['scan'], `${name}.pdf`));
      return fetch('/out', { method: 'POST', body: form });
    },
  },
  {
    what: 'the address of the page, as Referer',
    sink: 'request-header',
    leak: async (name) => {
      const before = location.href;
      history.replaceState(null, '', `/out?patient=${encodeURIComponent(name)}`);
      await fetch('/out', { referrerPolicy: 'unsafe-url' });
      history.replaceState(null, '', before);
    },
  },
  {
    what: 'sendBeacon',
    sink: 'beacon',
    leak: (name) => navigator.sendBeacon('/out', JSON.stringify({ session: { user: name } })),
  },
  {
    what: 'a picture that counts visits',
    sink: 'request',
    leak: (name) =>
      new Promise((resolve) => {
        const pixel = new Image();
        pixel.onload = pixel.onerror = resolve;
        pixel.src = `/out/pixel.gif?u=${btoa(name)}`;
      }),
  },
  {
    what: 'a script',
    sink: 'request',
    leak: (name) =>
      new Promise((resolve) => {
        const script = document.createElement('script');
        script.onload = script.onerror = resolve;
        script.src = `/out?callback=x&who=${encodeURIComponent(encodeURIComponent(name))}`;
        document.head.append(script);
      }),
  },
  {
    what: 'an embedded page, by its address',
    sink: 'request',
    leak: (name) =>
      new Promise((resolve) => {
        const frame = document.createElement('iframe');
        frame.onload = resolve;
        frame.src = `/out?displayName=${encodeURIComponent(name)}`;
        document.body.append(frame);
      }),
  },
  {
    what: 'a style sheet',
    sink: 'request',
    leak: (name) =>
      new Promise((resolve) => {
        const link = document.createElement('link');
        link.rel = 'stylesheet';
        link.onload = link.onerror = resolve;
        link.href = `/out?avatar=${name.replaceAll(' ', '-')}.css`;
        document.head.append(link);
      }),
  },
  {
    what: 'a picture named in a style',
    sink: 'request',
    leak: async (name) => {
      const photo = document.createElement('div');
      photo.style.cssText = `width:9px;height:9px;background:url("/out/${encodeURIComponent(name)}.png")`;
      document.body.append(photo);
      await new Promise(requestAnimationFrame);
      await new Promise(requestAnimationFrame);
    },
  },
  {
    what: 'a form',
    sink: 'request-body',
    leak: (name) =>
      new Promise((resolve) => {
        const frame = document.createElement('iframe');
        frame.name = 'answer';
        const form = document.createElement('form');
        Object.assign(form, { method: 'POST', action: '/out', target: 'answer' });
        const field = document.createElement('input');
        Object.assign(field, { name: 'patient', value: name });
        form.append(field);
        document.body.append(frame, form);
        frame.onload = () => {
          if (frame.contentWindow?.location.href !== 'about:blank') resolve(null);
        };
        form.submit();
      }),
  },
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
  {
    what: 'a cookie',
    sink: 'cookie',
    leak: (name) => {
      document.cookie = `patient=${encodeURIComponent(name)}`;
      document.cookie = 'patient=; max-age=0';
    },
  },
  {
    what: 'localStorage, kept',
    sink: 'local-storage',
    leak: (name) => {
      localStorage.setItem('hms-analytics', JSON.stringify({ user: { name } }));
    },
  },
  {
    what: 'localStorage, as a property',
    sink: 'local-storage',
    leak: (name) => {
      localStorage['draft'] = name;
    },
  },
  {
    what: 'localStorage, wiped at once',
    sink: 'local-storage',
    leak: (name) => {
      localStorage.setItem(name, '1');
      localStorage.removeItem(name);
    },
  },
  {
    what: 'sessionStorage',
    sink: 'session-storage',
    leak: (name) => {
      sessionStorage.setItem('draft', name);
    },
  },
  {
    what: 'IndexedDB',
    sink: 'indexed-db',
    leak: (name) =>
      new Promise((resolve) => {
        const opening = indexedDB.open('transcripts');
        opening.onupgradeneeded = () => {
          opening.result.createObjectStore('lines').put({ speaker: name }, 1);
        };
        opening.onsuccess = () => {
          opening.result.close();
          resolve(null);
        };
      }),
  },
  {
    what: 'CacheStorage, by its body',
    sink: 'cache-storage',
    leak: async (name) => (await caches.open('visit')).put('/answer', new Response(JSON.stringify({ name }))),
  },
  {
    what: 'the origin’s private file system',
    sink: 'file-system',
    leak: async (name) => {
      const folder = await navigator.storage.getDirectory();
      await folder.getFileHandle(`${name}.txt`, { create: true });
    },
  },
  {
    what: 'the history',
    sink: 'history',
    leak: (name) => {
      history.pushState({ patient: name }, '');
    },
  },
  {
    what: 'the address of the page',
    sink: 'history',
    leak: (name) => {
      location.hash = encodeURIComponent(name);
    },
  },
  {
    what: 'the title of the page',
    sink: 'title',
    leak: (name) => {
      document.title = `Visit with ${name}`;
      document.title = 'Video visit';
    },
  },
  {
    what: 'the title element',
    sink: 'title',
    leak: (name) => {
      const title = document.querySelector('title');
      if (title) title.textContent = name;
    },
  },
  {
    what: 'the name of the window',
    sink: 'window-name',
    leak: (name) => {
      window.name = name;
    },
  },
  {
    what: 'a notification',
    sink: 'notification',
    leak: (name) => new Notification('New message', { body: `${name} says: hello` }),
  },
  {
    what: 'the system’s media controls',
    sink: 'media-session',
    leak: (name) => {
      navigator.mediaSession.metadata = new MediaMetadata({ title: 'Video visit', artist: name });
    },
  },
  {
    what: 'the clipboard',
    sink: 'clipboard',
    leak: (name) => navigator.clipboard.writeText(name).catch(() => undefined),
  },
  {
    what: 'the clipboard, by command',
    sink: 'clipboard',
    leak: (name) => {
      const field = document.createElement('textarea');
      field.value = name;
      document.body.append(field);
      field.select();
      // eslint-disable-next-line @typescript-eslint/no-deprecated -- scripts still do
      document.execCommand('copy');
      field.remove();
    },
  },
  {
    what: 'a download, by its name',
    sink: 'download',
    leak: (name) => {
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob(['chat']));
      link.download = `${name}.txt`;
      link.click();
    },
  },
  {
    what: 'a download, by its contents',
    sink: 'download',
    leak: (name) => {
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob([`SenderName,Message\n${name},hello`]));
      link.download = 'chat.csv';
      link.click();
    },
  },
  {
    what: 'the console',
    sink: 'console',
    leak: (name) => {
      console.debug('joining as', { peer: { name } });
    },
  },
  {
    what: 'an error nobody catches',
    sink: 'error',
    leak: (name) => {
      setTimeout(() => {
        throw new Error(`sendMessage failed for ${name}`);
      });
    },
  },
  {
    what: 'a promise nobody catches',
    sink: 'error',
    leak: (name) => {
      void Promise.reject(new Error('join failed', { cause: { displayName: name } }));
    },
  },
  {
    what: 'a mark for monitoring',
    sink: 'performance-entry',
    leak: (name) => performance.mark('joined', { detail: { room: name } }),
  },
  {
    what: 'a devtools extension',
    sink: 'devtools',
    leak: (name) => {
      const extension: unknown = Reflect.get(globalThis, '__REDUX_DEVTOOLS_EXTENSION__');
      const { connect } = extension as {
        connect: (options: object) => { send: (action: string, state: object) => void };
      };
      connect({ name: 'store' }).send('peers/add', { localPeer: { name } });
    },
  },
  {
    what: 'an accessible name',
    sink: 'attribute',
    leak: (name) => {
      document.body.setAttribute('aria-label', `Video of ${name}`);
    },
  },
  {
    what: 'the alternative text of a picture',
    sink: 'attribute',
    leak: (name) => {
      document.body.insertAdjacentHTML('beforeend', `<p><img alt="${name}"></p>`);
    },
  },
  {
    what: 'text of the visit that session replay reads',
    sink: 'text-unmasked',
    leak: (name) => {
      document.body.insertAdjacentHTML('beforeend', `<div class="qr-root"><p>${name} is waiting</p></div>`);
    },
  },
  {
    what: 'the page, after the visit',
    sink: 'document',
    leak: (name) => {
      document.body.append(name);
    },
  },
  {
    what: 'a store on the window',
    sink: 'globals',
    leak: (name) => {
      Reflect.set(window, '__hms', { store: { peers: new Map([['1', { name }]]) } });
    },
  },
];

/** How a leak hides what it says. Each goes into the body of a request. */
export const disguises: readonly {
  readonly what: string;
  readonly disguise: (name: string) => Promise<string> | string;
}[] = [
  { what: 'in capitals', disguise: (name) => name.toUpperCase() },
  { what: 'as a slug', disguise: (name) => name.toLowerCase().replaceAll(' ', '-') },
  { what: 'backwards', disguise: (name) => Array.from(name).toReversed().join('') },
  { what: 'in base64, in the middle of something', disguise: (name) => btoa(`{"a":"${name}"}`).slice(1) },
  { what: 'the family name only', disguise: (name) => name.split(' ').at(-1) ?? '' },
  ...(['SHA-1', 'SHA-256'] as const).map((algorithm) => ({
    what: `as ${algorithm}`,
    disguise:
      algorithm === 'SHA-1'
        ? async (name: string) => {
            const digest = await crypto.subtle.digest('SHA-1', new TextEncoder().encode(name.toLowerCase()));
            return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
          }
        : async (name: string) => {
            const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(name));
            return btoa(String.fromCharCode(...new Uint8Array(digest)));
          },
  })),
];
