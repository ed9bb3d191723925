// Bundles the extension (desktop and web), the panel and the command line into dist/. `--watch` rebuilds on change;
// `--production` minifies, without source maps.
import { copyFileSync, mkdirSync } from 'node:fs';
import { build, context } from 'esbuild';
import { writeReference } from './docs.mjs';
import { writeGazetteer } from './gazetteer.mjs';
import { inParts } from './support/parts.mjs';

const watch = process.argv.includes('--watch');
const production = process.argv.includes('--production');

const common = {
  bundle: true,
  target: 'es2022',
  minify: production,
  sourcemap: production ? false : 'linked',
  loader: { '.yaml': 'text' },
  // Others load modules of that kind into the same extension host (VS Code itself does, for encodings); a library that sees their
  // `define` exports nothing.
  define: { define: 'undefined' },
  logLevel: 'warning',
};

const bundles = [
  // On a desktop or a server: a small start; the rest in parts, which the index's worker threads and browsers share.
  inParts({
    ...common,
    entryPoints: {
      extension: 'src/vscode/extension.node.ts',
      indexWorker: 'src/node/indexWorker.ts',
      'parts/editor.browser': 'src/vscode/editor.browser.ts',
    },
    outdir: 'dist',
  }),
  // The start in a browser's extension host, which can load one file only; see loadPart.ts.
  {
    ...common,
    entryPoints: ['src/vscode/extension.browser.ts'],
    outfile: 'dist/extension.browser.js',
    platform: 'browser',
    format: 'cjs',
    external: ['vscode'],
  },
  {
    ...common,
    entryPoints: ['src/panel/page/page.ts'],
    outfile: 'dist/page.js',
    platform: 'browser',
    format: 'iife',
  },
  {
    ...common,
    entryPoints: ['src/panel/panel.ts'],
    outfile: 'dist/panel.js',
    platform: 'browser',
    format: 'iife',
  },
  {
    ...common,
    entryPoints: ['src/cli/pressmark.ts'],
    outfile: 'dist/pressmark.js',
    platform: 'node',
    format: 'cjs',
    banner: { js: '#!/usr/bin/env node' },
  },
];

// The icon font of the panel's components.
mkdirSync('dist', { recursive: true });
for (const file of ['codicon.css', 'codicon.ttf']) {
  copyFileSync(`node_modules/@vscode/codicons/dist/${file}`, `dist/${file}`);
}

// For other extensions: a file of types only is its own declaration.
copyFileSync('src/vscode/api.ts', 'dist/api.d.ts');

for (const bundle of bundles) {
  if (watch) await (await context(bundle)).watch();
  else await build(bundle);
}
await writeGazetteer();
if (!watch) await writeReference();
if (watch) console.log('Watching src/ …');
