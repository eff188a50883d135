import type { Leak } from './leak.ts';

/** What stays in the browser. */
export const storageLeaks: readonly Leak[] = [
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
];
