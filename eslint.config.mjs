import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import importX from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';

/** The rooms of the house and what each may not import; see CONTRIBUTING.md. */
const room = (target, ...from) => ({
  target: `./src/${target}`,
  from: from.map((f) => `./src/${f}`),
  message: `src/${target} may not import from there: imports point one way.`,
});

const zones = [
  room('core', 'node', 'cli', 'vscode', 'panel', 'shared'),
  room('core/text', 'core/release', 'core/recognition', 'core/annotation', 'core/corpus', 'core/formats'),
  room('core/release', 'core/recognition', 'core/annotation', 'core/corpus', 'core/formats'),
  room('core/recognition', 'core/annotation', 'core/corpus', 'core/formats'),
  room('core/annotation', 'core/recognition', 'core/corpus', 'core/formats'),
  room('core/corpus', 'core/formats'),
  room('node', 'cli', 'vscode', 'panel', 'shared'),
  room('cli', 'vscode', 'panel', 'shared'),
  room('shared', 'node', 'cli', 'vscode', 'panel'),
  room('panel', 'node', 'cli', 'vscode'),
  room('vscode', 'cli', 'panel'),
];

const nodeModules = [
  'node:*',
  'fs',
  'fs/*',
  'path',
  'os',
  'child_process',
  'worker_threads',
  'crypto',
  'util',
];

export default tseslint.config(
  { ignores: ['dist/', 'out/', '.vscode-test/', 'coverage/', 'node_modules/'] },
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.strict],
    plugins: { 'import-x': importX },
    settings: { 'import-x/resolver-next': [createTypeScriptImportResolver()] },
    rules: {
      'import-x/no-restricted-paths': ['error', { zones }],
      'import-x/no-default-export': 'error',
      'import-x/no-cycle': ['error', { maxDepth: 8 }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      'no-restricted-syntax': ['error', 'TSEnumDeclaration'],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'prefer-const': 'error',
      'no-console': 'error',
    },
  },
  {
    files: ['src/core/**', 'src/shared/**', 'src/panel/**'],
    rules: { 'no-restricted-imports': ['error', { patterns: ['vscode', ...nodeModules] }] },
  },
  {
    files: ['src/vscode/**'],
    rules: { 'no-restricted-imports': ['error', { patterns: nodeModules }] },
  },
  {
    // editor.node.ts alone hands the extension the services of node.
    files: ['src/vscode/!(editor.node).ts', 'src/vscode/*/**/*.ts', 'src/vscode/editor.browser.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns: [...nodeModules, '**/node/*'] }] },
  },
  {
    files: ['src/node/**', 'src/cli/**'],
    rules: { 'no-restricted-imports': ['error', { patterns: ['vscode'] }] },
  },
  {
    files: ['test/**', 'bench/**', 'src/cli/**', 'scripts/**'],
    rules: { 'no-console': 'off', 'import-x/no-default-export': 'off' },
  },
);
