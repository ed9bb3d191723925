// Bundles the extension (desktop and web), the panel and the command line into dist/. `--watch` rebuilds on change.
import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { build, context } from 'esbuild';
import { writeGazetteer } from './gazetteer.mjs';

const watch = process.argv.includes('--watch');
const production = process.argv.includes('--production');

const common = {
  bundle: true,
  target: 'es2022',
  minify: production,
  sourcemap: production ? false : 'linked',
  loader: { '.yaml': 'text' },
  logLevel: 'warning',
};

const bundles = [
  {
    entryPoints: ['src/vscode/extension.node.ts'],
    outfile: 'dist/extension.js',
    platform: 'node',
    format: 'cjs',
    external: ['vscode'],
  },
  {
    entryPoints: ['src/vscode/extension.browser.ts'],
    outfile: 'dist/extension.browser.js',
    platform: 'browser',
    format: 'cjs',
    external: ['vscode'],
  },
  { entryPoints: ['src/panel/panel.ts'], outfile: 'dist/panel.js', platform: 'browser', format: 'iife' },
  {
    entryPoints: ['src/cli/pressmark.ts'],
    outfile: 'dist/pressmark.js',
    platform: 'node',
    format: 'cjs',
    banner: { js: '#!/usr/bin/env node' },
  },
  {
    entryPoints: ['src/node/indexWorker.ts'],
    outfile: 'dist/indexWorker.js',
    platform: 'node',
    format: 'cjs',
  },
].filter((bundle) => existsSync(bundle.entryPoints[0]));

// The icon font of the panel's components.
mkdirSync('dist', { recursive: true });
for (const file of ['codicon.css', 'codicon.ttf']) {
  copyFileSync(`node_modules/@vscode/codicons/dist/${file}`, `dist/${file}`);
}

for (const bundle of bundles) {
  const options = { ...common, ...bundle };
  if (watch) await (await context(options)).watch();
  else await build(options);
}
await writeGazetteer();
if (watch) console.log('Watching src/ …');
