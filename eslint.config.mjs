import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { rosterName } from './scripts/lint/roster-name.mjs';

const tests = ['**/*.test.{ts,tsx}', '**/*.test-d.{ts,tsx}', '**/*.conformance.ts', '**/*.hazard.ts', '**/*.spec.ts'];
const stories = ['**/*.stories.tsx'];

/** Clock, randomness and the browser are passed in to core; src/browser is the one place that reaches for them. */
const passedIn = 'is passed in to core. Take it from the environment; only src/browser may reach for it.';

export default defineConfig(
  {
    ignores: [
      '**/node_modules',
      '**/dist',
      'storybook-static',
      'test-results',
      'coverage',
      '**/*.d.mts',
      'apps/consumers',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/consistent-type-exports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      eqeqeq: 'error',
    },
  },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat['recommended-latest']],
  },
  {
    files: ['packages/*/src/**/*.{ts,tsx}'],
    ignores: [...tests, ...stories],
    rules: { 'no-console': 'error' },
  },
  {
    files: ['packages/react/src/**/*.{ts,tsx}', 'apps/demo/src/**/*.{ts,tsx}'],
    ignores: [
      ...tests,
      ...stories,
      'packages/react/src/roster-name/roster-name.tsx',
      'packages/react/src/announcer/announcer.tsx',
    ],
    plugins: { 'roster-name': rosterName },
    rules: { 'roster-name/only-drawn': 'error' },
  },
  {
    files: ['packages/core/src/**/*.ts'],
    ignores: [...tests, 'packages/core/src/browser/**'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...[
          'window',
          'document',
          'navigator',
          'localStorage',
          'sessionStorage',
          'location',
          'crypto',
          'performance',
          'globalThis',
          'process',
          'Buffer',
        ].map((name) => ({ name, message: `${name} ${passedIn}` })),
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: `The time ${passedIn}` },
        { object: 'Math', property: 'random', message: `Randomness ${passedIn}` },
      ],
      'no-restricted-syntax': [
        'error',
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: `The time ${passedIn}` },
      ],
    },
  },
  {
    files: ['packages/server/src/**/*.ts'],
    ignores: [...tests, 'packages/server/src/cli/**'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...['process', 'Buffer', 'global', 'setImmediate'].map((name) => ({
          name,
          message: `${name} is Node's. The kit runs wherever Web standards do; only its command line is for Node.`,
        })),
      ],
    },
  },
  {
    files: tests,
    rules: {
      // A test may assert what the types already promise, and pass an async function where none is awaited.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/require-await': 'off',
    },
  },
  {
    files: ['**/*.mjs'],
    extends: [tseslint.configs.base],
    rules: { eqeqeq: 'error', 'no-unused-vars': 'error', 'prefer-const': 'error' },
  },
);
