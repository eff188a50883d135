// node scripts/catalogues.mjs: fails when a phrase of the interface is said nowhere, and prints how each language stands.
// A phrase that is missing in a language does not compile; that placeholders and plural forms agree is a unit test.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { roomErrorCodes } from '../packages/core/src/contract/room-error.ts';
import { ar } from '../packages/react/src/locales/ar.ts';
import { es } from '../packages/react/src/locales/es.ts';
import { english } from '../packages/react/src/messages-catalogue/english.ts';
import { laterEnglish } from '../packages/react/src/messages-catalogue/later-english.ts';
import { root } from './toolchain.mjs';

const read = (pattern) =>
  globSync(pattern, { cwd: root })
    .filter((path) => !/words\.\w+\.ts$|\.(?:test|conformance)\.tsx?$|\.stories\.tsx$/.test(path))
    .map((path) => readFileSync(join(root, path), 'utf8'))
    .join('\n');
const code = read('packages/react/src/**/*.{ts,tsx}');

/** What a key that is put together at run time can hold where code elsewhere decides it: the rules of core and of adapters. */
const held = {
  rule: new Set(
    [...read('packages/{core,whereby,100ms,local}/src/**/*.ts').matchAll(/\bid: '([A-Z][\w-]+)'/g)].map(([, id]) => id),
  ),
  problem: new Set(roomErrorCodes),
};

const literals = new Set([...code.matchAll(/(['"`])([a-z][\w-]*(?:\.[\w-]+)+)\1/gi)].map(([, , key]) => key));
/** `announce.${source}-lost` → /^announce\.[^.]+-lost$/ */
const templates = [...new Set([...code.matchAll(/`([\w.-]*\$\{[^`]*)`/g)].map(([, template]) => template))]
  .filter((template) => /^(?:[\w.-]|\$\{[^{}]*\})+$/.test(template) && template.includes('.'))
  .map((template) => {
    const pieces = template.split(/\$\{[^{}]*\}/).map((piece) => piece.replace(/[.\-]/g, '\\$&'));
    return new RegExp(`^${pieces.join('[^.]+')}$`);
  });

const isSaid = (key) => {
  if (literals.has(key)) return true;
  const [family, value] = key.split('.');
  const known = Object.hasOwn(held, family) ? held[family] : undefined;
  if (known !== undefined && !known.has(value)) return false;
  return templates.some((template) => template.test(key));
};

const keys = Object.keys({ ...english, ...laterEnglish });
const unused = keys.filter((key) => !isSaid(key));
for (const key of unused) console.error(`${key}: said nowhere`);

const twice = Object.keys(english).filter((key) => Object.hasOwn(laterEnglish, key));
for (const key of twice) console.error(`${key}: in the first files and in a later one`);

console.log(`${keys.length} phrases, ${unused.length} unused, ${twice.length} twice`);
for (const { locale, reviewed, phrases, later } of [es, ar]) {
  const count = Object.keys({ ...phrases, ...later }).length;
  console.log(`${locale}: ${count} phrases, ${reviewed ? 'reviewed by a person' : 'reviewed by nobody yet'}`);
}
process.exitCode = unused.length + twice.length > 0 ? 1 : 0;
