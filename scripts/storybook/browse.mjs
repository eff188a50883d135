// The static Storybook, served from this machine, and pages of it in Chromium that let nothing out.
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { chromium } from 'playwright';
import { chromiumLaunchOptions } from '../browsers.mjs';
import { root, run } from '../toolchain.mjs';

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** Builds Storybook. @throws what the build has said */
export async function buildStorybook() {
  const folder = join(root, 'test-results/storybook');
  const { code, output } = await run('storybook', ['build', '--disable-telemetry', '--quiet', '-o', folder]);
  if (code !== 0) throw new Error(`storybook build failed:\n${output}`);
  return folder;
}

/** Serves a folder on a port of the machine's choice. */
export async function serve(folder) {
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, 'http://localhost').pathname));
    const file = join(folder, path.endsWith('/') ? `${path}index.html` : path);
    if (!file.startsWith(folder) || !existsSync(file) || !statSync(file).isFile()) {
      // Browsers ask for an icon of the page by themselves.
      response.writeHead(path === '/favicon.ico' ? 204 : 404).end();
      return;
    }
    const type = types[extname(file)] ?? 'application/octet-stream';
    response.writeHead(200, { 'content-type': type, 'cache-control': 'max-age=600' });
    createReadStream(file).pipe(response);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { address: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}

/** A browser whose pages note what they ask of others, and what they complain of. */
export async function browse(address) {
  const browser = await chromium.launch(chromiumLaunchOptions());
  // What was fetched and compiled once serves all pages of a size.
  const contexts = new Map();
  const newContext = async (size, prepare) => {
    const context = await browser.newContext({ timezoneId: 'UTC', locale: 'en-GB', ...size });
    await prepare?.(context);
    return context;
  };
  const contextOf = async (size, prepare) => {
    const key = JSON.stringify([size, prepare?.name]);
    if (!contexts.has(key)) contexts.set(key, newContext(size, prepare));
    return contexts.get(key);
  };
  const open = async (path, { prepare, media, complaints = ['error', 'warning'], ...size } = {}) => {
    const page = await (await contextOf(size, prepare)).newPage();
    await page.emulateMedia(media ?? {});
    const problems = [];
    page.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(address) && !/^(data|blob|about):/.test(url)) problems.push(`asked ${url}`);
    });
    page.on('console', (message) => {
      if (complaints.includes(message.type())) problems.push(`console: ${message.text()}`);
    });
    page.on('pageerror', (error) => problems.push(`uncaught: ${error.message}`));
    await page.goto(`${address}/${path}`);
    return { page, problems, close: () => page.close() };
  };
  /** A story by itself, acted out to its end. */
  const openStory = async (id, { globals = '', ...options } = {}) => {
    const opened = await open(`iframe.html?viewMode=story&id=${id}&globals=${globals}`, options);
    await opened.page.waitForFunction(
      () => ['finished', 'errored'].includes(globalThis.__STORYBOOK_PREVIEW__?.currentRender?.phase),
      undefined,
      { timeout: 20_000 },
    );
    return opened;
  };
  return { open, openStory, version: browser.version(), close: () => browser.close() };
}
