// node scripts/failures.mjs: writes docs/failures.md, the table of everything that can go wrong for a person.
// node scripts/failures.mjs --check: fails when a failure has no words, no story, no test of its own or none end to end,
// or when the table is stale.
// A test, or a step of one, says what it proves by the failure at the beginning of its title: `room-full: no place left`.
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { roomErrorCodes } from '../packages/core/src/contract/room-error.ts';
import { deviceError } from '../packages/core/src/media/device-error.ts';
import { english } from '../packages/react/src/messages-catalogue/english.ts';
import { laterEnglish } from '../packages/react/src/messages-catalogue/later-english.ts';
import { screenStepsFor, stepsFor } from '../packages/react/src/settings/steps-for.ts';
import { root } from './toolchain.mjs';

const table = join(root, 'docs/failures.md');

/** Failures that are no error: nothing was asked for and refused, but somebody is not seen or heard. */
const conditions = {
  'microphone-silent': {
    when: 'The microphone is on and hears nothing',
    says: ['settings.hearsNothing', 'notices.microphoneSilent'],
  },
  'microphone-interrupted': {
    when: 'A phone call, or another page, takes the microphone',
    says: ['notices.microphoneInterrupted', 'device.interrupted.step1', 'device.interrupted.step2'],
  },
  'camera-interrupted': {
    when: 'The system holds the camera back: a call, a privacy switch, a closed lid',
    says: ['notices.cameraInterrupted', 'device.interrupted.step1'],
  },
  'picture-stopped': { when: 'Somebody’s picture no longer moves', says: ['stage.pictureStopped'] },
  'connection-weak': { when: 'Somebody comes through badly', says: ['weakConnection.offer'] },
  'sound-blocked': {
    when: 'The browser plays no sound before a press',
    says: ['stage.soundBlocked', 'stage.playSound'],
  },
  'server-unreached': { when: 'The connection test does not reach the visit', says: ['connection.failed'] },
  'network-strict': { when: 'The connection test finds no way for picture and sound', says: ['connection.strict'] },
};

/** A code that a device brings has the device's own words before the visit, with steps. */
const deviceCause = (code) => {
  if (code === 'insecure-page') return 'insecure';
  if (code === 'not-supported') return 'unsupported';
  return code.startsWith('device-') ? code.slice('device-'.length) : null;
};
const screenCause = (code) => (code.startsWith('screen-share-') ? code.slice('screen-share-'.length) : null);

/** What nobody can meet end to end, and why. */
const unmet = {
  'not-connected': 'No control is on the screen without a connection: only code can ask.',
};

/** What the browsers' own errors become: `getUserMedia` for the first five, `getDisplayMedia` for the others. */
const thrown = [
  ['camera', 'NotAllowedError', 'Permission denied'],
  ['camera', 'NotAllowedError', 'Permission denied by system'],
  ['camera', 'SecurityError', ''],
  ['camera', 'NotFoundError', 'Requested device not found'],
  ['camera', 'NotReadableError', 'Could not start video source'],
  ['camera', 'AbortError', 'Starting video failed'],
  ['camera', 'InvalidStateError', ''],
  ['camera', 'OverconstrainedError', ''],
  ['camera', 'NotSupportedError', ''],
  ['screen', 'NotAllowedError', 'Permission denied'],
  ['screen', 'NotAllowedError', 'Permission denied by system'],
  ['screen', 'NotFoundError', ''],
  ['screen', 'NotReadableError', ''],
  ['screen', 'AbortError', ''],
  ['screen', 'InvalidStateError', ''],
  ['screen', 'NotSupportedError', ''],
];

const read = (pattern) =>
  globSync(pattern, { cwd: root, exclude: (path) => path.includes('node_modules') || path.includes('dist') })
    .toSorted()
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));

function findTests() {
  const found = new Map();
  const sources = [
    ...read('packages/*/src/**/*.test.{ts,tsx}'),
    ...read('packages/*/src/**/*.conformance.ts'),
    ...read('apps/demo/e2e/**/*.spec.ts'),
  ];
  for (const { path, text } of sources) {
    for (const [, failure, title] of text.matchAll(
      /\b(?:test|it|test\.step)\(\s*['"`]([a-z]+(?:-[a-z]+)*): (.+?)['"`],/g,
    )) {
      found.set(failure, [...(found.get(failure) ?? []), { path, title }]);
    }
  }
  return found;
}

const stories = new Set(
  read('packages/react/src/**/*.stories.tsx').flatMap(({ text }) =>
    [...text.matchAll(/^export const (\w+)/gm)].map(([, name]) => name),
  ),
);
const storyOf = (failure) =>
  failure
    .split('-')
    .map((word) => word[0].toUpperCase() + word.slice(1))
    .join('');

const gaps = [];
const words = (failure, keys) =>
  keys.map((key) => {
    const phrase = { ...english, ...laterEnglish }[key];
    if (phrase === undefined) gaps.push(`${failure}: no words “${key}”`);
    return typeof phrase === 'string' ? phrase : (phrase?.other ?? '');
  });

const tests = findTests();
const known = new Set([...roomErrorCodes, ...Object.keys(conditions)]);

function row(failure, what, keys) {
  const proofs = tests.get(failure) ?? [];
  const endToEnd = proofs.filter(({ path }) => path.startsWith('apps/'));
  const own = proofs.filter((proof) => !endToEnd.includes(proof));
  const story = storyOf(failure);
  if (own.length === 0) gaps.push(`${failure}: no test in a package whose title begins with “${failure}:”`);
  if (endToEnd.length === 0 && !(failure in unmet)) gaps.push(`${failure}: no end-to-end test, and no reason why not`);
  if (endToEnd.length > 0 && failure in unmet)
    gaps.push(`${failure}: said to be unmet end to end, but there is a test`);
  if (!stories.has(story)) gaps.push(`${failure}: no story “${story}”`);
  const list = (some) =>
    some.map(({ path, title }) => `${title.replaceAll('\\', '')} (\`${basename(path)}\`)`).join('<br>');
  const cells = [
    what,
    words(failure, keys).join('<br>'),
    `story \`${story}\`<br>${list(own)}`,
    endToEnd.length > 0 ? list(endToEnd) : `none: ${unmet[failure]}`,
  ];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

const here = { name: 'chromium', version: null, system: 'linux' };
const codeRows = roomErrorCodes.map((code) => {
  const cause = deviceCause(code);
  const screen = screenCause(code);
  if (cause !== null)
    return row(code, `\`${code}\``, [`device.camera.${cause}`, ...stepsFor(cause, here), 'device.camera.goOn']);
  if (screen !== null)
    return row(code, `\`${code}\``, [`device.screen.${screen}`, ...screenStepsFor(screen, here), 'device.screen.goOn']);
  return row(code, `\`${code}\``, [`problem.${code}.what`, `problem.${code}.remedy`]);
});
const conditionRows = Object.entries(conditions).map(([name, { when, says }]) =>
  row(name, `${when}<br>\`${name}\``, says),
);
const browsers = [
  ['Chrome and Edge on a computer', 'chromium', 'windows'],
  ['Chrome on a phone with Android', 'chromium', 'android'],
  ['Firefox on a computer', 'firefox', 'linux'],
  ['Firefox on a phone with Android', 'firefox', 'android'],
  ['Safari on a Mac', 'safari', 'mac'],
  ['Safari on an iPhone or iPad', 'safari', 'ios'],
  ['another browser on an iPhone or iPad', 'chromium', 'ios'],
  ['any other', 'other', 'other'],
];
const stepRows = browsers.map(([label, name, system]) => {
  const steps = (cause) => words(cause, stepsFor(cause, { name, version: null, system })).join('<br>');
  return `| ${label} | ${steps('denied')} | ${steps('blocked')} |`;
});

const browserRows = thrown.map(([source, name, message]) => {
  const asked = source === 'screen' ? '`getDisplayMedia`' : '`getUserMedia`';
  const said = message === '' ? `\`${name}\`` : `\`${name}\`: ${message}`;
  return `| ${asked} | ${said} | \`${deviceError({ name, message }, source).code}\` |`;
});

const head = '| failure | what the person sees | story and test | end to end |\n| --- | --- | --- | --- |';
const written = `# What can go wrong, and what the person sees

Written by \`node scripts/failures.mjs\` from the code, the English catalogue and the titles of the tests; a failure without
words, a story, a test of its own or one end to end fails the static checks. A device that fails is told before the visit and in it with the same
words: what happened, the steps of the browser at hand, and the way to go on without it.

## Errors

${head}
${codeRows.join('\n')}

## Somebody is not seen or heard, and nothing was refused

${head}
${conditionRows.join('\n')}

## Steps by browser

| browser | \`device-denied\` | \`device-blocked\` |
| --- | --- | --- |
${stepRows.join('\n')}

## What the browser's own errors become

The words of Chromium; Firefox and Safari use the same names. Firefox reports a device that the system forbids as one
that is not there, which cannot be told apart.

| asked by | the browser says | failure |
| --- | --- | --- |
${browserRows.join('\n')}
`;

const settings = (await resolveConfig(table)) ?? {};
const finished = await format(written, { ...settings, parser: 'markdown' });

if (process.argv.includes('--check')) {
  let before = '';
  try {
    before = readFileSync(table, 'utf8');
  } catch {
    gaps.push('docs/failures.md is missing.');
  }
  if (before !== finished) gaps.push('docs/failures.md is stale: run node scripts/failures.mjs');
} else writeFileSync(table, finished);

const strays = [...tests.keys()].filter((name) => name.includes('-') && !known.has(name));
for (const name of strays.filter((name) => /^(?:pass|room|device|message|screen-share|microphone|camera)-/.test(name)))
  gaps.push(`${name}: tests name it, but there is no such failure`);

for (const gap of gaps) console.error(gap);
console.log(`${known.size} failures, ${gaps.length} gaps`);
process.exitCode = gaps.length > 0 ? 1 : 0;
