/**
 * Every way out of a page that is watched, and what is read there. A way out that is not in this list is not watched:
 * the mutants, one for each, show that all of these are.
 */
export const sinks = {
  request: 'the address of every request, whoever makes it: fetch, pictures, scripts, frames, styles, forms',
  'request-header': 'the headers of every request, Referer among them',
  'request-body': 'the body of every request, forms and beacons among them',
  'websocket-address': 'the address of a WebSocket',
  'websocket-sent': 'the frames a WebSocket sends',
  'websocket-received': 'the frames a WebSocket is sent: what comes back has been out',
  'web-transport': 'the address of a WebTransport',
  'event-source': 'the address of an EventSource',
  beacon: 'the body handed to sendBeacon, before the network may lose it',
  'data-channel-label': 'the label and protocol of a data channel, which travel to the other side',
  'data-channel': 'what a data channel sends',
  'session-description': 'session descriptions and candidates, made or set',
  'post-message': 'what is posted to another window, port or worker',
  'broadcast-channel': 'the name of a channel between tabs, and what is posted to it',
  worker: 'the address and name of a worker',
  cookie: 'cookies, as they are set and as they stand',
  'local-storage': 'keys and values written to localStorage',
  'session-storage': 'keys and values written to sessionStorage',
  'indexed-db': 'names, keys and values written to IndexedDB',
  'cache-storage': 'names, addresses and bodies put into CacheStorage',
  'file-system': 'names and contents written to the origin’s private file system',
  history: 'addresses and states given to the history, and the page’s own address',
  title: 'the title of the page',
  'window-name': 'the name of the window',
  notification: 'titles and texts of notifications',
  'media-session': 'what the system’s media controls show',
  clipboard: 'what is put on the clipboard',
  download: 'names and contents of files given to the person',
  console: 'everything written to the console',
  error: 'errors nobody caught, and those reported',
  'performance-entry': 'names and details of marks and measures, which monitoring collects',
  devtools: 'states and actions handed to a devtools extension',
  attribute: 'attributes of elements: accessible names, titles, alternative texts, addresses',
  'text-unmasked': 'text of the visit that is not marked for session replay to mask',
  document: 'the page after the visit',
  globals: 'what hangs on the window after the visit',
} as const;

/** A way out of a page. */
export type Sink = keyof typeof sinks;
