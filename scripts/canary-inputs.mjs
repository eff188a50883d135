// Every place where a host's page can hand free text to the packages, read from their declarations, has a canary in the
// end-to-end tests or a reason why nothing personal fits there. A new prop, option or method without one fails.
// `--list` prints what was found.
import { readFileSync, globSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { inputs } from './checks/canary-inputs.mjs';
import { allPackages, entriesOf, report } from './checks/packages.mjs';
import { root } from './toolchain.mjs';

/** What a page imports. The server kit and the test tools have canaries of their own. */
const inPages = ['core', 'react', 'effects', 'local', 'whereby', '100ms'];
/** What a page is given and calls; everything else it calls is a function that a package exports. */
const handles = ['Visit', 'VisitMedia', 'Messages'];

const entries = allPackages()
  .filter(({ folder }) => inPages.includes(folder))
  .flatMap((one) => entriesOf(one, 'quietroom-source'))
  .filter(
    ({ file, specifier }) => /\.tsx?$/.test(file) && !/\/(locales|messages|passes|relay|package\.json)/.test(specifier),
  );

const configFile = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile);
const { options } = ts.parseJsonConfigFileContent({ ...configFile.config, include: [], files: [] }, ts.sys, root);
const program = ts.createProgram(
  entries.map(({ file }) => file),
  { ...options, incremental: false, tsBuildInfoFile: undefined },
);
const checker = program.getTypeChecker();

const declaredOutside = (symbol) =>
  symbol?.declarations?.every((declaration) => declaration.getSourceFile().fileName.includes('node_modules')) ?? false;

/** Leaves found, each with the package it is of. */
const found = new Set();

/** @param {ts.Type} type @param {string} path @param {readonly ts.Type[]} above */
function walk(type, path, above = []) {
  const alias = type.aliasSymbol?.name;
  if (alias === 'ReactNode') return void found.add(path);
  if (above.includes(type) || above.length > 12) return;
  const deeper = [...above, type];
  if (type.isUnion()) {
    for (const part of type.types) walk(part, path, deeper);
    return;
  }
  if (type.flags & (ts.TypeFlags.String | ts.TypeFlags.TemplateLiteral)) return void found.add(path);
  // A branded string is made by a parser or a generator; a host cannot write one.
  if (type.isIntersection() && type.types.some((part) => part.flags & ts.TypeFlags.String)) return;
  if (!(type.flags & ts.TypeFlags.Object) && !type.isIntersection()) return;

  const name = (type.aliasSymbol ?? type.symbol)?.name;
  if (handles.includes(name) && path !== name) return;
  if (
    checker.isArrayType(type) ||
    checker.isTupleType(type) ||
    /^(Readonly)?(Map|Set|Promise|PromiseLike)$/.test(name ?? '')
  ) {
    for (const part of checker.getTypeArguments(type)) walk(part, path, deeper);
    return;
  }
  for (const signature of type.getCallSignatures()) walk(signature.getReturnType(), `${path}()`, deeper);
  const index = type.getStringIndexType();
  if (index) walk(index, `${path}[]`, deeper);
  // The browser's own objects are read, not written, by a host: but for those with text in them.
  if (declaredOutside(type.symbol)) {
    if (/^(RTCIceServer|JsonWebKey)$/.test(type.symbol.name)) found.add(type.symbol.name);
    return;
  }
  const named = name !== undefined && !name.startsWith('__') ? name : path;
  for (const property of type.getProperties()) {
    if (declaredOutside(property)) {
      found.add(`${named}: attributes of its element`);
      continue;
    }
    walk(checker.getTypeOfSymbol(property), `${named}.${property.name}`, deeper);
  }
}

function walkParameters(signature, path) {
  for (const parameter of signature.getParameters())
    walk(checker.getTypeOfSymbol(parameter), `${path}(${parameter.name.replace(/^__\d*$/, 'props')})`);
}

for (const { file } of entries) {
  const source = program.getSourceFile(file);
  const module = source && checker.getSymbolAtLocation(source);
  if (!module) continue;
  for (const exported of checker.getExportsOfModule(module)) {
    const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
    if (handles.includes(symbol.name)) {
      const type = checker.getDeclaredTypeOfSymbol(symbol);
      for (const property of type.getProperties())
        for (const signature of checker.getTypeOfSymbol(property).getNonNullableType().getCallSignatures())
          walkParameters(signature, `${symbol.name}.${property.name}`);
    } else if (symbol.flags & ts.SymbolFlags.Value) {
      for (const signature of checker.getTypeOfSymbol(symbol).getCallSignatures())
        walkParameters(signature, symbol.name);
    }
  }
}

if (process.argv.includes('--list')) {
  console.log([...found].sort().join('\n'));
  process.exit();
}

const planted = globSync('apps/demo/e2e/canary/**/*.{ts,tsx}', { cwd: root })
  .map((path) => readFileSync(join(root, path), 'utf8'))
  .join('\n');
const problemOf = (input) => {
  const known = inputs[input];
  if (known === undefined)
    return 'Nobody has decided about this input. Put a canary into it in apps/demo/e2e/canary and name it in scripts/checks/canary-inputs.mjs, or write there why nothing personal fits.';
  if (known.canary !== undefined && !planted.includes(`'${known.canary}'`))
    return `Its canary ${known.canary} is planted nowhere in apps/demo/e2e/canary.`;
  return undefined;
};
const gone = Object.keys(inputs).filter((input) => !found.has(input));
report([
  ...[...found].sort().map((input) => ({ name: `canary: ${input}`, problem: problemOf(input) })),
  ...gone.map((input) => ({
    name: `canary: ${input}`,
    problem: 'No package takes this any more. Remove it from the list.',
  })),
]);
