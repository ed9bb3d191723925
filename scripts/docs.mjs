// @ts-check
// Writes the reference of docs/ from the manifest, the JSON Schemas and the command line: `npm run docs`.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { referencePages } from './docs/referencePages.mjs';
import { projectFolder } from './support/tool-cache.mjs';

const { outputFiles } = await build({
  entryPoints: [join(projectFolder, 'scripts/docs/commandHelp.ts')],
  bundle: true,
  write: false,
  platform: 'node',
  format: 'cjs',
  loader: { '.yaml': 'text' },
  logLevel: 'warning',
});
const module = { exports: /** @type {any} */ ({}) };
const { createRequire } = await import('node:module');
new Function('module', 'exports', 'require', '__dirname', outputFiles[0]?.text ?? '')(
  module,
  module.exports,
  createRequire(import.meta.url),
  projectFolder,
);
for (const [path, text] of Object.entries(referencePages(module.exports.commandHelp()))) {
  const file = join(projectFolder, 'docs', path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
