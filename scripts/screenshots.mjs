// Takes the pictures of docs/screenshots: whole screens of a visit, offline, with invented people.
//   pnpm screenshots                             the pictures of the docs
//   pnpm screenshots --all --out <folder>        every scene at every size and theme, to look at
//   pnpm screenshots --all --out <folder> chat   those with "chat" in their name
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import react from '@vitejs/plugin-react';
import { chromium } from 'playwright';
import { build, defaultClientConditions, preview } from 'vite';
import { chromiumLaunchOptions } from './browsers.mjs';
import { everyPicture, pictures } from './screenshots/pictures.mjs';
import { root } from './toolchain.mjs';

const { values, positionals } = parseArgs({
  options: { all: { type: 'boolean' }, out: { type: 'string' }, png: { type: 'boolean' } },
  allowPositionals: true,
});
const folder = values.out ?? join(root, 'docs/screenshots');
const wanted = (values.all ? everyPicture : pictures).filter(
  ({ name }) => positionals.length === 0 || positionals.some((part) => name.includes(part)),
);

const site = {
  root: join(root, 'scripts/screenshots'),
  configFile: false,
  logLevel: 'error',
  plugins: [react()],
  resolve: { conditions: ['quietroom-source', ...defaultClientConditions], dedupe: ['react', 'react-dom'] },
  build: {
    outDir: join(root, 'node_modules/.cache/screenshots'),
    emptyOutDir: true,
    target: 'es2023',
    reportCompressedSize: false,
  },
  preview: { host: '127.0.0.1', port: 0 },
};
await build(site);
const server = await preview(site);
const [address] = server.resolvedUrls.local;
const browser = await chromium.launch(chromiumLaunchOptions());
mkdirSync(folder, { recursive: true });

/** One picture: WebP, which Chromium encodes itself; PNG where a viewer wants it. */
async function take({ name, scene, width, height, theme, locale, brand, touch, scale }) {
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: scale ?? 1,
    hasTouch: touch ?? false,
    isMobile: touch ?? false,
    colorScheme: theme === 'dark' || theme === 'contrast-dark' ? 'dark' : 'light',
    contrast: theme?.startsWith('contrast') ? 'more' : 'no-preference',
    forcedColors: theme === 'forced' ? 'active' : 'none',
    reducedMotion: 'reduce',
    timezoneId: 'UTC',
  });
  const page = await context.newPage();
  const query = new URLSearchParams({ scene, locale: locale ?? 'en', ...(brand && { brand }) });
  await page.goto(`${address}?${query}`);
  await page.waitForSelector('html[data-taken="ready"]', { state: 'attached', timeout: 20_000 }).catch((cause) => {
    throw new Error(`The screen of ${name} was not reached.`, { cause });
  });
  await page.evaluate(() => document.fonts.ready);
  // Two frames: what the last change draws is on the screen.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  const session = await context.newCDPSession(page);
  const format = values.png ? { format: 'png' } : { format: 'webp', quality: 80 };
  const clip = { x: 0, y: 0, width, height, scale: scale ?? 1 };
  const { data } = await session.send('Page.captureScreenshot', { ...format, clip, captureBeyondViewport: false });
  const file = join(folder, `${name}.${format.format}`);
  const content = Buffer.from(data, 'base64');
  writeFileSync(file, content);
  await context.close();
  return content.length;
}

let bytes = 0;
try {
  for (const picture of wanted) bytes += await take(picture);
} finally {
  await browser.close();
  await server.close();
}
console.log(`${wanted.length} pictures, ${Math.round(bytes / 1000)} kB, in ${folder}`);
