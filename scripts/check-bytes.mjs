// Measures what a consumer's browser has to load against scripts/checks/budgets.mjs: bundled and split with Vite as an
// app would be, and each file compressed with brotli. `--modules <words of a budget's name>` lists what is in it.
import { brotliCompressSync } from 'node:zlib';
import { bundle as bundleStyles } from 'lightningcss';
import { build } from 'vite';
import { budgets, stylesBudget } from './checks/budgets.mjs';
import { allPackages, entriesOf, report } from './checks/packages.mjs';
import { root } from './toolchain.mjs';

const brotli = (content) => brotliCompressSync(content).length;
/** React, which every app has, and what a vendor's own package weighs. */
const notOurs = /^(react|react-dom|@whereby\.com|@100mslive)(\/|$)/;
const sources = new Map(
  allPackages()
    .flatMap((one) => entriesOf(one, 'quietroom-source'))
    .map(({ specifier, file }) => [specifier, file]),
);

/** The text of an app that needs what it imports, and nothing else. */
async function appUsing(uses) {
  const lines = Object.entries(uses).map(async ([from, names], index) => {
    const all = names === '*' ? await namesIn(from) : names;
    return `import { ${all.join(', ')} } from '${from}'; globalThis.used${index} = [${all.join(', ')}];`;
  });
  return (await Promise.all(lines)).join('\n');
}

/** Everything a package exports. An import of the whole would carry all the names along, which no app does. */
async function namesIn(from) {
  const files = await bundle(`export * from '${from}';`, 'strict');
  return [...files.values()].find(({ isEntry }) => isEntry).exports;
}

async function bundle(text, preserveEntrySignatures = false) {
  const entry = '\0app';
  const app = {
    name: 'app',
    enforce: 'pre',
    resolveId: (id) => (id === 'app' ? entry : sources.get(id)),
    load: (id) => {
      if (id === entry) return text;
      // What Vite adds to every app to preload its own styles is neither ours nor another bundler's.
      return id === '\0vite/preload-helper.js' ? 'export const __vitePreload = (load) => load();' : undefined;
    },
  };
  const { output } = await build({
    root,
    configFile: false,
    logLevel: 'silent',
    plugins: [app],
    build: {
      write: false,
      target: 'es2023',
      modulePreload: false,
      rolldownOptions: { input: 'app', external: notOurs, preserveEntrySignatures },
    },
  });
  return new Map(output.filter(({ type }) => type === 'chunk').map((chunk) => [chunk.fileName, chunk]));
}

/** The entry and everything it imports without being asked to wait. */
function firstFiles(files) {
  const first = new Set();
  const add = (file) => {
    if (file === undefined || first.has(file)) return;
    first.add(file);
    for (const imported of file.imports) add(files.get(imported));
  };
  add([...files.values()].find(({ isEntry }) => isEntry));
  return [...first];
}

/** Everything an English page may ever load. */
const allFiles = (files) => [...files.values()].filter(({ facadeModuleId }) => !facadeModuleId?.includes('/locales/'));

async function filesOf(uses, counts) {
  const files = await bundle(await appUsing(uses));
  return counts === 'first' ? firstFiles(files) : allFiles(files);
}

async function measure({ uses, beyond, counts }) {
  const sum = (files) => files.reduce((bytes, file) => bytes + brotli(file.code), 0);
  const bytes = sum(await filesOf(uses, counts));
  return beyond === undefined ? bytes : bytes - sum(await filesOf(beyond, counts));
}

const measureStyles = () => brotli(bundleStyles({ filename: sources.get(stylesBudget.specifier), minify: true }).code);

function judge({ name, kilobytes }, bytes) {
  const figure = `${name}: ${(bytes / 1000).toFixed(1)} of ${kilobytes} kB`;
  const over = bytes > kilobytes * 1000;
  return {
    name: figure,
    problem: over ? `  What is in it: node scripts/check-bytes.mjs --modules "${name}"` : undefined,
  };
}

/** Each module is compressed alone and not minified: the figures are for comparing, and do not add up. */
async function listModules({ uses, counts }) {
  for (const file of await filesOf(uses, counts)) {
    console.log(`${brotli(file.code)} ${file.fileName}`);
    const modules = Object.entries(file.modules).map(([id, { code }]) => ({ id, bytes: brotli(code ?? '') }));
    for (const { id, bytes } of modules.sort((one, other) => other.bytes - one.bytes)) {
      console.log(`  ${String(bytes).padStart(6)} ${id.replace(root, '').replace(/^.*node_modules\//, '')}`);
    }
  }
}

const [flag, wanted = ''] = process.argv.slice(2);
if (flag === '--modules') {
  for (const budget of budgets.filter(({ name }) => name.includes(wanted))) await listModules(budget);
} else {
  const results = [judge(stylesBudget, measureStyles())];
  for (const budget of budgets) results.push(judge(budget, await measure(budget)));
  report(results);
}
