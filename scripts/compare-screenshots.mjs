// Compares a few stories with pictures of them that are committed, in the one version of Chromium they were taken with:
// another draws letters and lines a little differently, and then nothing is compared, and that is said.
//   pnpm screenshots:update   takes them anew; look at the change before you commit it
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from './toolchain.mjs';

const folder = join(root, '.storybook/pictures');
const record = join(folder, 'taken-with.json');

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const desktop = { viewport: { width: 1280, height: 800 } };

const looks = {
  'phone-light': { ...phone, globals: 'theme:light' },
  'phone-arabic-dark': { ...phone, globals: 'theme:dark;locale:ar' },
  'desktop-light': { ...desktop, globals: 'theme:light' },
  'desktop-dark': { ...desktop, globals: 'theme:dark' },
};

const wholeScreens = ['phone-light', 'desktop-dark'];
const stories = {
  'videoroom--patient-ready': [...wholeScreens, 'phone-arabic-dark'],
  'videoroom--patient-waiting': [...wholeScreens, 'phone-arabic-dark'],
  'videoroom--clinician-with-knock': wholeScreens,
  'videoroom--visit-of-two': [...wholeScreens, 'phone-arabic-dark', 'desktop-light'],
  'videoroom--visit-of-four': wholeScreens,
  'videoroom--shared-screen': ['desktop-light'],
  'videoroom--chat-open': [...wholeScreens, 'phone-arabic-dark'],
  'videoroom--people-open': ['desktop-light'],
  'videoroom--media-stopped': wholeScreens,
  'videoroom--ended': wholeScreens,
  'consent--asked': wholeScreens,
  'visitsafety--clinician': wholeScreens,
};
const pictures = Object.entries(stories).flatMap(([id, names]) => names.map((look) => ({ id, look })));

/** A channel may differ by so much, and so large a part of the picture by more. */
const tolerance = { channel: 40, part: 0.004 };

/** The same pseudonyms and times in every run: what is drawn at random is drawn from a fixed row. */
const fixed = () => {
  let state = 20_301;
  Crypto.prototype.getRandomValues = (array) => {
    const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
    for (let index = 0; index < bytes.length; index += 1) {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      bytes[index] = state >> 16;
    }
    return array;
  };
};

/** Once for all pages of a size: while one page closes, nothing can be said to them all. */
async function standStill(context) {
  await context.addInitScript(fixed);
  await context.clock.setFixedTime('2031-02-03T09:30:00Z');
}

async function take(openStory, { id, look }) {
  const { globals, ...options } = looks[look];
  const { page, close } = await openStory(id, {
    ...options,
    globals: encodeURIComponent(globals),
    media: { reducedMotion: 'reduce' },
    prepare: standStill,
  });
  // Synthetic pictures move, and a caret blinks.
  await page.addStyleTag({ content: 'video { visibility: hidden } * { caret-color: transparent !important }' });
  await page.evaluate(() => document.fonts.ready);
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: 75 });
  return { page, data, close };
}

/** The part of the picture that differs; 1 where the sizes do. Both are decoded by the browser. */
const differing = (page, one, other) =>
  page.evaluate(
    async ([first, second, channel]) => {
      const decode = async (data) => {
        const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
        const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/webp' }));
        const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
        context.drawImage(bitmap, 0, 0);
        return context.getImageData(0, 0, bitmap.width, bitmap.height);
      };
      const [a, b] = [await decode(first), await decode(second)];
      if (a.width !== b.width || a.height !== b.height) return 1;
      let count = 0;
      for (let index = 0; index < a.data.length; index += 4) {
        const far = [0, 1, 2].some((part) => Math.abs(a.data[index + part] - b.data[index + part]) > channel);
        if (far) count += 1;
      }
      return count / (a.data.length / 4);
    },
    [one, other, tolerance.channel],
  );

/** Compares, or takes anew. @returns the checks, and a line that says what was compared */
export async function compareScreenshots({ openStory, version, update = false }) {
  const known = existsSync(record) ? JSON.parse(readFileSync(record, 'utf8')).chromium : 'none';
  if (!update && known !== version)
    return { results: [], figure: `not compared: this is Chromium ${version}, the pictures are of ${known}` };
  if (update) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
  }
  const results = [];
  let bytes = 0;
  const compareOne = async (picture) => {
    const name = `${picture.id}.${picture.look}`;
    const file = join(folder, `${name}.webp`);
    try {
      const { page, data, close } = await take(openStory, picture);
      if (update) {
        const content = Buffer.from(data, 'base64');
        bytes += content.length;
        writeFileSync(file, content);
      } else if (!existsSync(file)) {
        results.push({ name: `picture ${name}`, problem: '  There is none yet. Run pnpm screenshots:update.' });
      } else {
        const part = await differing(page, data, readFileSync(file).toString('base64'));
        const taken = join(root, `test-results/pictures/${name}.webp`);
        if (part > tolerance.part) {
          mkdirSync(dirname(taken), { recursive: true });
          writeFileSync(taken, Buffer.from(data, 'base64'));
        }
        results.push({
          name: `picture ${name}`,
          problem:
            part > tolerance.part
              ? `  ${(part * 100).toFixed(2)} % of it differ. It is now ${taken}. If that is meant: pnpm screenshots:update.`
              : undefined,
        });
      }
      await close();
    } catch (error) {
      results.push({ name: `picture ${name}`, problem: `  ${error.message}` });
    }
  };
  // Two at a time: each waits for its story most of the time.
  const queue = [...pictures];
  const worker = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) await compareOne(next);
  };
  await Promise.all([worker(), worker()]);
  if (!update) return { results, figure: `${results.length} pictures compared, in Chromium ${version}` };
  writeFileSync(record, `${JSON.stringify({ chromium: version }, null, 2)}\n`);
  return {
    results,
    figure: `${pictures.length} pictures taken with Chromium ${version}, ${Math.round(bytes / 1000)} kB`,
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { browse, buildStorybook, serve } = await import('./storybook/browse.mjs');
  const { report } = await import('./checks/packages.mjs');
  const server = await serve(await buildStorybook());
  const { openStory, version, close } = await browse(server.address);
  const { results, figure } = await compareScreenshots({
    openStory,
    version,
    update: process.argv.includes('--update'),
  });
  await close();
  server.close();
  report(results);
  console.log(figure);
}
