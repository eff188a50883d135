import { readFile } from 'node:fs/promises';
import type { Page, Request } from '@playwright/test';
import { readPage } from './after-visit.ts';
import type { Canary } from './canary.ts';
import type { Form } from './forms.ts';
import { createMatcher } from './matcher.ts';
import { hookPage, type Report } from './page-hooks.ts';
import { sinks, type Sink } from './sinks.ts';

/** A canary that came out of a page. The value is not in here: a report of a leak must not be one. */
export interface Finding {
  readonly sink: Sink;
  readonly canary: string;
  readonly form: Form;
  /** Which page, counting from 0 in the order they were given. */
  readonly page: number;
  /** The address it went to, without query, where there is one. */
  readonly to?: string;
}

/** How often each way out was used, findings or not: a way out that was never used was never tried. */
export type SinkCounts = Readonly<Record<Sink, number>>;

/** See {@link watchForPersonalData}. */
export interface WatchOptions {
  readonly canaries: readonly Canary[];
  /**
   * Requests and sockets that may carry personal data: to the host's own server, which has them anyway. None unless
   * told otherwise, not even those of the page's own origin.
   */
  readonly ownServer?: (address: URL) => boolean;
}

/** Pages being watched. */
export interface Watch {
  /** Everything found so far, each once. Waits for what is still being read. */
  findings(): Promise<readonly Finding[]>;
  /** Reads what the pages hold now: storage, address, title, document, window. */
  readPages(): Promise<void>;
  /** Forgets what was found and counted. */
  forget(): void;
  readonly counts: SinkCounts;
}

const countNothing = (): Record<Sink, number> =>
  Object.fromEntries(Object.keys(sinks).map((sink) => [sink, 0])) as Record<Sink, number>;

const withoutQuery = ({ origin, pathname }: URL): string => `${origin === 'null' ? '' : origin}${pathname}`;

let watched = 0;

/**
 * Watches every way out of some pages, named in {@link sinks}, for canaries. Call it while the pages are still blank:
 * what a page did before cannot be caught.
 * @throws Error when a page has been somewhere already
 */
export const watchForPersonalData = async (
  pages: Page | readonly Page[],
  { canaries, ownServer = () => false }: WatchOptions,
): Promise<Watch> => {
  const search = createMatcher(canaries);
  const found = new Map<string, Finding>();
  const counts = countNothing();
  const reading = new Set<Promise<unknown>>();
  const all = 'goto' in pages ? [pages] : pages;
  const binding = `canary${(watched += 1)}`;

  const later = (work: Promise<unknown>) => {
    const settled = work.catch(() => undefined).finally(() => reading.delete(settled));
    reading.add(settled);
  };

  for (const [page, tab] of all.entries()) {
    if (tab.url() !== 'about:blank')
      throw new Error('The page has been opened already, so what it did is not known. Watch it while it is blank.');

    const caught = (sink: Sink, content: string | Uint8Array, to?: URL) => {
      counts[sink] += 1;
      for (const match of search(content)) {
        const address = to === undefined ? {} : { to: withoutQuery(to) };
        found.set(`${page} ${sink} ${match.canary} ${match.form}`, { sink, page, ...match, ...address });
      }
    };
    const readRequest = async (request: Request) => {
      const address = new URL(request.url());
      // Blob and data addresses stay in the page.
      if (!/^https?:$/.test(address.protocol) || ownServer(address)) return;
      caught('request', request.url(), address);
      const body = request.postDataBuffer();
      if (body !== null) caught('request-body', body, address);
      const headers = await request.allHeaders();
      caught('request-header', JSON.stringify({ ...headers, cookie: '' }), address);
      if (headers['cookie'] !== undefined) caught('cookie', headers['cookie'], address);
    };

    const fromPage: Report = (sink, text, base64, to) => {
      const address = to === undefined ? undefined : new URL(to);
      if (address !== undefined && ownServer(address)) return;
      caught(sink, base64 ? Buffer.from(text, 'base64') : text, address);
    };
    await tab.exposeFunction(binding, fromPage);
    await tab.addInitScript(hookPage, binding);
    tab.on('request', (request) => {
      later(readRequest(request));
    });
    tab.on('websocket', (socket) => {
      const address = new URL(socket.url());
      if (ownServer(address)) return;
      caught('websocket-address', socket.url(), address);
      socket.on('framesent', ({ payload }) => {
        caught('websocket-sent', payload, address);
      });
      socket.on('framereceived', ({ payload }) => {
        caught('websocket-received', payload, address);
      });
    });
    tab.on('console', (message) => {
      caught('console', message.text());
      for (const argument of message.args()) {
        later(
          argument.jsonValue().then((value: unknown) => {
            if (value !== undefined) caught('console', JSON.stringify(value));
          }),
        );
      }
    });
    tab.on('pageerror', (error) => {
      caught('error', `${error.message}\n${error.stack ?? ''}`);
    });
    tab.on('worker', (worker) => {
      caught('worker', worker.url());
    });
    tab.on('download', (download) => {
      caught('download', download.suggestedFilename());
      later(
        download.path().then(async (path) => {
          caught('download', await readFile(path));
        }),
      );
    });
  }

  const settle = async () => {
    for (const tab of all) {
      await tab.evaluate(async (name) => {
        const settled: unknown = Reflect.get(globalThis, `${name}Settled`);
        if (typeof settled === 'function') await (settled as () => Promise<void>)();
      }, binding);
    }
    while (reading.size > 0) await Promise.all(reading);
  };

  return {
    counts,
    forget: () => {
      found.clear();
      Object.assign(counts, countNothing());
    },
    findings: async () => {
      await settle();
      return [...found.values()];
    },
    readPages: async () => {
      await settle();
      for (const [page, tab] of all.entries()) {
        for (const [sink, text] of await tab.evaluate(readPage)) {
          counts[sink] += 1;
          for (const match of search(text))
            found.set(`${page} ${sink} ${match.canary} ${match.form}`, { sink, page, ...match });
        }
      }
    },
  };
};
