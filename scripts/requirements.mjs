// node scripts/requirements.mjs: writes docs/requirements.md and prints how many of the requirements are covered.
// node scripts/requirements.mjs --check: writes nothing; fails on an orphan, a proof that is not there, or a stale page.
// A requirement is covered by a row of the rule table, by a test that makes breaking it impossible, by an attestation with
// evidence and an expiry, or, where it says something about a vendor or the law, by its line in the page.
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { brokenCases, inOrder } from '../packages/core/test/rule-cases.ts';
import { attestables } from '../packages/core/src/policy/attestables.ts';
import { locks } from '../packages/core/src/policy/locks.ts';
import { lockTexts, ruleTexts } from '../packages/core/src/policy/rule-texts.ts';
import { standingRules } from '../packages/core/src/policy/standing-rules.ts';
import { root } from './toolchain.mjs';

/** How many were read from the vendors' and a practitioner's pages, and how many of them code can enforce. */
const expected = { all: 162, enforceable: 106 };
const page = join(root, 'docs/requirements.md');
const enforced = new Set(['component', 'adapter', 'server', 'release']);

const requirements = JSON.parse(readFileSync(join(root, 'docs/requirements.json'), 'utf8'));
const gaps = [];

/** The rows of the table: core's own, and what each adapter adds. */
const added = await Promise.all(
  globSync('packages/*/src/rules.ts', { cwd: root })
    .toSorted()
    .map(async (path) => {
      const { rules } = await import(pathToFileURL(join(root, path)).href);
      return rules.map((rule) => ({ ...rule, provider: path.split('/')[1], path }));
    }),
);
const rows = [
  ...standingRules.map((rule) => ({ ...rule, ...ruleTexts[rule.id] })),
  ...added.flat(),
  ...locks.map((rule) => ({ ...rule, stage: 'live', effect: 'lock-feature', ...lockTexts[rule.id] })),
];
const rowIds = new Set(rows.map(({ id }) => id));
const attestationIds = new Set(attestables.map(({ ruleId }) => ruleId));

const titles = new Map();
/** The titles of a file's tests. */
function titlesOf(path) {
  if (titles.has(path)) return titles.get(path);
  const full = join(root, path);
  if (!existsSync(full)) return null;
  const text = readFileSync(full, 'utf8');
  const found = new Set();
  const title = /(?:\b(?:test|it|promise)\(|\)\()\s*(?:(?<quote>['"`])(?<words>(?:(?!\k<quote>)[^\\]|\\.)+)\k<quote>)/g;
  for (const { groups } of text.matchAll(title)) found.add(groups.words.replaceAll('\\', ''));
  titles.set(path, found);
  return found;
}

/** What is wrong with a proof, or null. */
function problemOf(proof) {
  if ('row' in proof) return rowIds.has(proof.row) ? null : `no row ${proof.row} in the table`;
  if ('attestation' in proof)
    return attestationIds.has(proof.attestation) ? null : `no attestation ${proof.attestation}`;
  if ('test' in proof) {
    const known = titlesOf(proof.test);
    if (known === null) return `no file ${proof.test}`;
    return known.has(proof.title) ? null : `no test “${proof.title}” in ${proof.test}`;
  }
  return 'docs' in proof || 'host' in proof ? null : 'a proof of an unknown kind';
}

const isEnforceable = ({ where }) => where.some((place) => enforced.has(place));
const isProof = (proof) => problemOf(proof) === null;
const isCovered = (requirement) => {
  const { where, proof } = requirement;
  if (!proof.every(isProof)) return false;
  if (isEnforceable(requirement)) return proof.some((one) => 'row' in one || 'test' in one);
  if (where.includes('checklist')) return proof.some((one) => 'attestation' in one);
  return proof.some((one) => 'docs' in one || 'host' in one);
};

if (new Set(requirements.map(({ id }) => id)).size !== expected.all)
  gaps.push(`There are not ${expected.all} requirements.`);
if (requirements.filter(isEnforceable).length !== expected.enforceable)
  gaps.push(`There are not ${expected.enforceable} requirements that code can enforce.`);
for (const requirement of requirements) {
  const problems = requirement.proof.map(problemOf).filter((problem) => problem !== null);
  gaps.push(...problems.map((problem) => `${requirement.id}: ${problem}`));
  if (problems.length === 0 && !isCovered(requirement)) gaps.push(`${requirement.id}: nothing covers it`);
}
const broken = new Set(brokenCases.map(({ row }) => row));
for (const { id, says, remedy, source, provider, path } of rows) {
  if (!says || !remedy || !source) gaps.push(`${id}: a row without words or source`);
  if (provider === undefined && !broken.has(id))
    gaps.push(`${id}: no facts break this row in packages/core/test/rule-cases.ts`);
  if (
    provider !== undefined &&
    !globSync(`${path.replace('.ts', '')}*.{test,conformance}.ts`, { cwd: root }).some((test) =>
      readFileSync(join(root, test), 'utf8').includes(id),
    )
  )
    gaps.push(`${id}: no test beside ${path} names this row`);
  // A row of ours needs no requirement; one that is named after a requirement must be what that requirement is traced to.
  if (!id.startsWith('Q-') && !requirements.some(({ proof }) => proof.some((one) => one.row === id)))
    gaps.push(`${id}: a row that no requirement is traced to`);
}
for (const id of attestationIds)
  if (!id.startsWith('Q-') && !requirements.some(({ proof }) => proof.some((one) => one.attestation === id)))
    gaps.push(`${id}: an attestation that no requirement asks for`);

/** Words that promise what no software can keep. They may be quoted to be denied. */
const claims = /HIPAA[- ](?:compliant|certified)|end-to-end encrypted/i;
const denied = /\b(?:never|not|no|nothing|nobody|neither|claims?)\b/i;
for (const path of globSync('{README.md,SECURITY.md,docs/*.md,packages/*/README.md,apps/*/README.md}', { cwd: root }))
  for (const line of readFileSync(join(root, path), 'utf8').split('\n'))
    if (claims.test(line) && !denied.test(line))
      gaps.push(`${path}: “${line.trim().slice(0, 80)}” claims what nobody can`);

/** The facts that a row reads, found by letting it look. */
function factsRead(rule) {
  const read = new Set();
  const watch = (value, path) =>
    typeof value === 'object' && value !== null && !(value instanceof Set)
      ? new Proxy(value, {
          get: (target, key) => {
            if (typeof key !== 'string') return Reflect.get(target, key);
            const name = path === '' ? key : `${path}.${key}`;
            read.add(name);
            return watch(Reflect.get(target, key), name);
          },
        })
      : value;
  const cases = [
    inOrder,
    ...brokenCases.map(({ facts, policy }) => ({
      facts: { ...inOrder.facts, ...facts },
      policy: { ...inOrder.policy, ...policy },
    })),
  ];
  for (const { facts, policy } of cases)
    for (const feature of rule.features ?? [undefined]) rule.check(watch(facts, ''), watch(policy, 'policy'), feature);
  return [...read].filter((name) => ![...read].some((other) => other.startsWith(`${name}.`))).toSorted();
}

const escape = (text) =>
  String(text)
    .replaceAll('|', '\\|')
    .replace(/<(?=[a-z])/g, '\\<');
const table = (head, lines) =>
  [
    `| ${head.join(' | ')} |`,
    `| ${head.map(() => '---').join(' | ')} |`,
    ...lines.map((cells) => `| ${cells.map(escape).join(' | ')} |`),
  ].join('\n');
const effects = {
  'refuse-join': 'keeps the page out',
  attest: 'keeps the page out until it is attested',
  'stop-media': 'stops sound and picture for good',
  'pause-media': 'pauses sound and picture and asks',
  warn: 'is said in Visit safety',
  'lock-feature': 'locks the feature',
};
const show = (proof) => {
  if ('row' in proof) return `row \`${proof.row}\``;
  if ('attestation' in proof) return `attestation \`${proof.attestation}\``;
  if ('test' in proof) return `${proof.title} (\`${proof.test.split('/').slice(-1)[0]}\`)`;
  return 'host' in proof ? 'the host’s own' : 'this page';
};
const covered = requirements.filter(isCovered);
const coveredEnforceable = covered.filter(isEnforceable);
const told = requirements.filter(({ proof }) => proof.some((one) => 'docs' in one || 'host' in one));

const written = `# Rules, attestations and where they come from

Written by \`node scripts/requirements.mjs\` from the rule table, the checklist and [requirements.json](requirements.json), which
holds ${expected.all} requirements read from two vendors' and a practitioner's pages, in our own words.
**${covered.length} of ${requirements.length} are covered; of the ${expected.enforceable} that code can enforce, ${coveredEnforceable.length}.** A requirement nobody covers, and a proof that is not
there, fail the static checks. None of this is legal advice, and covering a requirement makes nobody compliant with a law.

## The table

Every row has been seen to fail: \`packages/core/test/rule-cases.ts\` holds the least that must change for each. Unknown is
never taken as met. A fixed row holds whatever the policy says; every other one can be loosened with the reason in writing.

${table(
  ['row', 'when', 'not met, it', 'says', 'what changes the answer', 'reads', 'read from'],
  rows.map((rule) => [
    `\`${rule.id}\`${rule.fixed ? ' (fixed)' : ''}${rule.provider ? `<br>${rule.provider}` : ''}`,
    rule.stage,
    effects[rule.effect],
    rule.says,
    rule.remedy,
    factsRead(rule)
      .map((name) => `\`${name}\``)
      .join(' '),
    rule.source,
  ]),
)}

## What a clinic attests

With evidence, the day it was done and the day it runs out, under \`attestations\` in the policy.

${table(
  ['attestation', 'asked of', 'good for', 'what was done'],
  attestables.map(({ ruleId, provider, whenRecording, months, says }) => [
    `\`${ruleId}\``,
    `${provider}${whenRecording ? ', when recording to a bucket' : ''}`,
    `${months} months`,
    says,
  ]),
)}

## What only needs to be known

${table(
  ['', 'what the source says', 'source'],
  told.map(({ id, says, source }) => [id, says, source]),
)}

## Every requirement, and what covers it

${table(
  ['', 'requirement', 'covered by', 'source'],
  requirements.map(({ id, says, proof, source }) => [id, says, proof.map(show).join('<br>'), source]),
)}
`;

const finished = await format(written, { ...((await resolveConfig(page)) ?? {}), parser: 'markdown' });
if (process.argv.includes('--check')) {
  if (!existsSync(page) || readFileSync(page, 'utf8') !== finished)
    gaps.push('docs/requirements.md is stale: run node scripts/requirements.mjs');
} else writeFileSync(page, finished);

for (const gap of gaps) console.error(gap);
console.log(
  `${covered.length} / ${requirements.length} covered; ${coveredEnforceable.length} of ${expected.enforceable} enforceable; ${rows.length} rows, ${attestables.length} attestations`,
);
process.exitCode = gaps.length > 0 ? 1 : 0;
