// Builds Storybook and looks at it as a person does: its pages open, nothing is asked of another origin, the tables of what
// a part takes hold the comments of the code, and the toolbar changes a story. Then a chosen few in colours the system forces
// and with less motion, emulated by the browser, and the pictures of scripts/compare-screenshots.mjs.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { report } from './checks/packages.mjs';
import { compareScreenshots } from './compare-screenshots.mjs';
import { browse, buildStorybook, serve } from './storybook/browse.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const folder = await buildStorybook();
const server = await serve(folder);
const { open, openStory, version, close } = await browse(server.address);
const results = [];

/** One check; what it throws is its problem. */
async function check(name, look) {
  try {
    const problem = await look();
    results.push({ name, problem: problem === '' ? undefined : problem });
  } catch (error) {
    results.push({ name, problem: `  ${error.message}` });
  }
}
const list = (problems) => problems.map((problem) => `  ${problem}`).join('\n');

const pages = {
  'introduction--docs': /Quietroom/,
  'concepts-names-and-passes--docs': /Who somebody is comes from your server/,
  'concepts-direct-messages--docs': /no way to write to everybody/,
  'concepts-policy--docs': /One written table of rules/,
  'concepts-adapters--docs': /thin, replaceable layer/,
  'recipes--docs': /A test with FakeRoom/,
  'design--docs': /ink on paper/,
  'every-state--docs': /screen-share-unsupported/,
  // Taken over from another part's types, and with that part's comment.
  'videoroom--docs': /None of it restarts|No prop restarts|outside the tree that shows it/,
  'pictures--docs': /Without it there is no button/,
};
/** Two at a time: each waits for its page most of the time. */
async function inPairs(all, look) {
  const queue = [...all];
  const worker = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) await look(next);
  };
  await Promise.all([worker(), worker()]);
}

await inPairs(Object.entries(pages), ([id, words]) =>
  check(`page ${id}`, async () => {
    const { page, problems, close: done } = await open(`iframe.html?viewMode=docs&id=${id}`);
    await page.getByText(words).first().waitFor();
    if (id === 'design--docs' && (await page.getByText('too little').count()) > 0)
      problems.push('a pair of tokens has too little contrast');
    await done();
    return list(problems);
  }),
);
await check('the manager shows a story, and asks nobody else', async () => {
  const {
    page,
    problems,
    close: done,
  } = await open('?path=/story/videoroom--visit-of-two', {
    // The manager warns of what will change in Storybook itself.
    complaints: ['error'],
  });
  const story = page.frameLocator('#storybook-preview-iframe');
  await story.getByRole('button', { name: 'Mute microphone' }).waitFor();
  await done();
  return list(problems);
});
await check('the toolbar changes language, theme, role and policy', async () => {
  const globals = 'locale:ar;theme:dark;role:clinician;policy:much-off';
  const { page, problems, close: done } = await openStory('toolbar--patient', { globals: encodeURIComponent(globals) });
  const root = page.locator('.qr-root');
  await page.locator('.qr-root[dir=rtl][data-qr-theme=dark]').waitFor();
  if ((await root.locator('[aria-disabled=true]').count()) < 2) problems.push('the policy locks nothing');
  if ((await root.getByRole('button', { name: /إنهاء/ }).count()) === 0)
    problems.push('the clinician cannot end the visit');
  await done();
  return list(problems);
});
await check('a provider has its own manifest', async () => {
  const globals = encodeURIComponent('provider:whereby;role:clinician');
  const { page, problems, close: done } = await openStory('visitsafety--all-well', { globals });
  await page
    .getByText(/Whereby/)
    .first()
    .waitFor({ state: 'attached' });
  await done();
  return list(problems);
});

const few = [
  'readiness--patient',
  'waitingroom--waiting',
  'videoroom--visit-of-two',
  'videoroom--chat-open',
  'people--seen-by-the-clinician',
  'visitsafety--clinician',
];
await inPairs(few, (id) =>
  check(`forced colours and less motion: ${id}`, async () => {
    const media = { forcedColors: 'active', reducedMotion: 'reduce' };
    const { page, problems, close: done } = await openStory(id, { media });
    const moving = await page.evaluate(() =>
      document
        .getAnimations()
        .filter(({ playState, effect }) => playState === 'running' && effect.getComputedTiming().duration > 1)
        .map(({ effect, animationName }) => `${animationName ?? 'transition'} of .${effect.target.className}`),
    );
    problems.push(...moving.map((what) => `still moves: ${what}`));
    // After the last one Tab leaves the page, and comes back to the first.
    for (let press = 0; press < 2; press += 1) {
      await page.keyboard.press('Tab');
      if (await page.evaluate(() => document.activeElement !== document.body)) break;
    }
    // The ring is around the control itself, or around the picture it belongs to.
    const focused = await page.evaluate(() => {
      for (
        let element = document.activeElement;
        element && element !== document.body;
        element = element.parentElement
      ) {
        const { outlineStyle, outlineWidth } = getComputedStyle(element);
        if (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2) return true;
      }
      return false;
    });
    if (!focused) problems.push('what has the focus cannot be told from the rest');
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() =>
      // The colours are the system's own.
      globalThis.axe.run(document.querySelector('.qr-root'), {
        rules: { region: { enabled: false }, 'color-contrast': { enabled: false } },
      }),
    );
    problems.push(
      ...violations.map(({ id: rule, nodes }) => `axe, ${rule}: ${nodes.map(({ html }) => html).join(' ')}`),
    );
    await done();
    return list(problems);
  }),
);

const pictures = await compareScreenshots({ openStory, version });
results.push(...pictures.results);
await close();
server.close();
report(results);
console.log(pictures.figure);
