import { createServer, type Server } from 'node:http';
import { mkdtempSync, readFileSync, rmSync, existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import react from '@vitejs/plugin-react';
import { chromium, type Browser, type Page } from 'playwright';
import { build, defaultClientConditions, type Plugin } from 'vite';
import { chromiumLaunchOptions } from '../../scripts/browsers.mjs';

const types: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

/** The sealing library asks Node for its crypto where there is no other; a browser has its own. */
const noNodeCrypto: Plugin = {
  name: 'no-node-crypto',
  enforce: 'pre',
  resolveId: (id) => (id === 'crypto' ? '\0no-node-crypto' : null),
  load: (id) => (id === '\0no-node-crypto' ? 'export {};' : null),
};

/** Pages of a bench, as they would be shipped, open in Chromium. */
export interface Pages {
  readonly browser: Browser;
  readonly address: string;
  readonly open: (html: string, viewport?: { readonly width: number; readonly height: number }) => Promise<Page>;
  readonly close: () => Promise<void>;
}

const serve = (folder: string): Promise<Server> => {
  const server = createServer((request, response) => {
    const path = join(folder, normalize(new URL(request.url ?? '/', 'http://localhost').pathname));
    if (!existsSync(path)) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'content-type': types[extname(path)] ?? 'application/octet-stream' });
    response.end(readFileSync(path));
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      resolve(server);
    });
  });
};

/**
 * Builds pages of one folder for production, serves them on this machine and starts a browser.
 * @param root the folder, for example `bench/render`.
 * @param html the pages in it.
 * @param flags more of Chromium's own.
 */
export async function openPages(root: string, html: readonly string[], flags: readonly string[] = []): Promise<Pages> {
  const folder = mkdtempSync(join(tmpdir(), 'quietroom-bench-'));
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    plugins: [noNodeCrypto, react()],
    resolve: { conditions: ['quietroom-source', ...defaultClientConditions], dedupe: ['react', 'react-dom'] },
    build: {
      outDir: folder,
      emptyOutDir: true,
      target: 'es2023',
      reportCompressedSize: false,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: html.map((name) => join(root, name)) },
    },
  });
  const server = await serve(folder);
  const at = server.address();
  const address = `http://localhost:${typeof at === 'object' && at ? at.port : 0}`;
  const launch = chromiumLaunchOptions();
  const browser = await chromium.launch({ ...launch, args: [...launch.args, ...flags] });
  return {
    browser,
    address,
    open: async (name, viewport = { width: 2600, height: 1800 }) => {
      const context = await browser.newContext({ viewport });
      const page = await context.newPage();
      page.on('pageerror', (error) => {
        console.error(`${name}: ${error.message}`);
      });
      await page.goto(`${address}/${name}`);
      return page;
    },
    close: async () => {
      await browser.close();
      server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
