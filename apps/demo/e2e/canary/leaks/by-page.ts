import type { Leak } from './leak.ts';

/** What the page itself shows, says, names or hands to the system. */
export const pageLeaks: readonly Leak[] = [
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
