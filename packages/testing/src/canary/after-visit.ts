import type { Sink } from './sinks.ts';

/** What a page still holds, as `[way out, text]`. Runs in the page, so it must not use anything from outside itself. */
export const readPage = async (): Promise<readonly (readonly [Sink, string])[]> => {
  const found: [Sink, string][] = [
    ['document', document.documentElement.outerHTML],
    ['history', location.href],
    ['history', document.referrer],
    ['title', document.title],
    ['window-name', window.name],
    ['cookie', document.cookie],
  ];
  const add = (sink: Sink, value: unknown) => {
    if (typeof value === 'string') found.push([sink, value]);
    else if (value !== undefined) found.push([sink, JSON.stringify(value)]);
  };
  try {
    add('history', history.state);
  } catch {
    // A state that cannot be written down was caught when it was given.
  }
  for (const [sink, storage] of [
    ['local-storage', localStorage],
    ['session-storage', sessionStorage],
  ] as const) {
    for (const [key, value] of Object.entries(storage)) add(sink, [key, value]);
  }
  const metadata = navigator.mediaSession.metadata;
  if (metadata !== null) add('media-session', [metadata.title, metadata.artist, metadata.album, metadata.artwork]);

  const databases = await indexedDB.databases();
  for (const { name } of databases) {
    if (name === undefined) continue;
    add('indexed-db', name);
    const request = indexedDB.open(name);
    await new Promise((resolve) => {
      request.onsuccess = resolve;
      request.onerror = resolve;
    });
    const database = request.result;
    for (const store of database.objectStoreNames) {
      add('indexed-db', store);
      const objects = database.transaction(store).objectStore(store);
      for (const reading of [objects.getAllKeys(), objects.getAll()]) {
        await new Promise((resolve) => {
          reading.onsuccess = resolve;
          reading.onerror = resolve;
        });
        for (const entry of reading.result as readonly unknown[]) add('indexed-db', entry);
      }
    }
    database.close();
  }
  for (const name of await caches.keys()) {
    add('cache-storage', name);
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      add('cache-storage', request.url);
      add('cache-storage', await (await cache.match(request))?.text());
    }
  }

  // What hangs on the window and would not on an empty one.
  const frame = document.createElement('iframe');
  frame.hidden = true;
  document.body.append(frame);
  const usual = new Set(Object.getOwnPropertyNames(frame.contentWindow ?? {}));
  frame.remove();
  const visited = new Set<object>();
  const walk = (value: unknown, depth: number) => {
    if (typeof value === 'string') add('globals', value);
    if (typeof value !== 'object' || value === null || depth > 8 || visited.has(value) || visited.size > 20_000) return;
    if (value instanceof Node || value instanceof Window) return;
    visited.add(value);
    const entries: Iterable<readonly [unknown, unknown]> =
      value instanceof Map
        ? value
        : value instanceof Set
          ? [...value].map((one: unknown) => ['', one] as const)
          : Object.keys(value).flatMap((key) => {
              const property = Object.getOwnPropertyDescriptor(value, key);
              return property !== undefined && 'value' in property ? [[key, property.value] as const] : [];
            });
    for (const [key, inner] of entries) {
      if (typeof key === 'string') add('globals', key);
      walk(inner, depth + 1);
    }
  };
  for (const name of Object.getOwnPropertyNames(window)) {
    if (usual.has(name)) continue;
    add('globals', name);
    const property = Object.getOwnPropertyDescriptor(window, name);
    if (property !== undefined && 'value' in property) walk(property.value, 0);
  }
  return found;
};
