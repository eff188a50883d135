/**
 * Imports run one way: core <- {react, adapters, server, testing} <- apps.
 * An adapter is a package that joins a provider's room; today that is `local`.
 */
const adapters = '^packages/(local|whereby|100ms)/';
const testCode = '\\.(test|test-d|stories|conformance)\\.tsx?$|^packages/[^/]+/(test|hazards)/';

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      comment: 'Modules that import each other cannot be read, tested or loaded alone.',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'resolvable',
      severity: 'error',
      comment: 'Either a dependency is missing, or the import reaches past the exports of a package.',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'core-stands-alone',
      severity: 'error',
      comment: 'core is imported by every other package and imports none of them, nor React.',
      from: { path: '^packages/core/' },
      to: { path: ['^packages/(?!core/)', '^apps/', 'node_modules/(react|react-dom|@types/react|@types/react-dom)/'] },
    },
    {
      name: 'react-knows-no-adapter',
      severity: 'error',
      comment: 'The host passes an adapter in; the components are the same for all of them.',
      from: { path: '^packages/react/' },
      to: { path: adapters },
    },
    {
      name: 'react-imports-core-only',
      severity: 'error',
      comment: 'Only tests and stories of react may use @quietroom/testing.',
      from: { path: '^packages/react/', pathNot: testCode },
      to: { path: '^packages/(?!react/|core/)' },
    },
    {
      name: 'adapter-knows-no-components',
      severity: 'error',
      comment: 'An adapter must work without our components.',
      from: { path: adapters },
      to: { path: '^packages/react/' },
    },
    {
      name: 'adapter-knows-no-react',
      severity: 'error',
      comment: 'Only what says so in its subpath brings React: /embed and /react.',
      from: { path: adapters, pathNot: [testCode, '^packages/(whereby/src/embed|100ms/src/react)/'] },
      to: { path: 'node_modules/(react|react-dom|@types/react)/' },
    },
    {
      name: 'adapter-imports-core-only',
      severity: 'error',
      comment: 'Adapters do not know each other; only their tests use @quietroom/testing, @quietroom/server and @quietroom/emulators.',
      from: { path: '^packages/(local|whereby|100ms)/', pathNot: testCode },
      to: { path: '^packages/(?!$1/|core/)' },
    },
    {
      name: 'server-imports-core-only',
      severity: 'error',
      comment: 'Only tests of the server kit may use @quietroom/emulators.',
      from: { path: '^packages/server/', pathNot: testCode },
      to: { path: ['^packages/(?!server/|core/)', 'node_modules/(react|react-dom)/'] },
    },
    {
      name: 'server-kit-is-web-standard',
      severity: 'error',
      comment: 'The kit runs wherever Request, Response and crypto.subtle do. Only its command line is for Node.',
      from: { path: '^packages/server/src/', pathNot: [testCode, '^packages/server/src/cli/'] },
      to: { path: '^packages/server/src/cli/' },
    },
    {
      name: 'server-kit-needs-no-node',
      severity: 'error',
      comment: 'As above: no built-in module of Node.',
      from: { path: '^packages/server/src/', pathNot: [testCode, '^packages/server/src/cli/'] },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'testing-imports-core-only',
      severity: 'error',
      comment: 'The conformance suite must be able to judge any adapter and any front end.',
      from: { path: '^packages/testing/' },
      to: { path: ['^packages/(?!testing/|core/)', 'node_modules/(react|react-dom)/'] },
    },
    {
      name: 'packages-know-no-app',
      severity: 'error',
      from: { path: '^packages/' },
      to: { path: '^(apps|\\.storybook)/' },
    },
    {
      name: 'declared',
      severity: 'error',
      comment: 'What a package imports it must list in its own dependencies or peerDependencies.',
      from: { path: '^packages/[^/]+/src/', pathNot: testCode },
      to: {
        dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'npm-dev'],
        dependencyTypesNot: ['npm', 'npm-peer', 'npm-optional', 'type-only'],
      },
    },
    {
      name: 'by-package-name-between-packages',
      severity: 'error',
      comment: "Use the other package's name, not a path into its folder.",
      from: { path: '^packages/([^/]+)/' },
      to: { path: '^packages/(?!$1/)', dependencyTypes: ['local'] },
    },
    {
      name: 'by-package-name-from-apps',
      severity: 'error',
      comment: "Use the package's name, not a path into its folder.",
      from: { path: '^(apps|\\.storybook)/' },
      to: { path: '^packages/', dependencyTypes: ['local'] },
    },
    {
      name: 'tests-stay-out-of-the-product',
      severity: 'error',
      from: { path: '^(packages/[^/]+/src|apps)/', pathNot: [testCode, '\\.spec\\.ts$', '/e2e/'] },
      to: { path: testCode },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|storybook-static)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['quietroom-source', 'import', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.d.ts', '.css', '.json'],
    },
  },
};
