// @ts-check
// Writes the reference of docs/ from the manifest, the JSON Schemas and the command line: `npm run docs`. Every build does it too, so
// that it can't be forgotten.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { referencePages } from './docs/referencePages.mjs';
import { runAsScript } from './support/run-script.mjs';
import { projectFolder } from './support/tool-cache.mjs';

/** @returns {Promise<void>} */
export async function writeReference() {
  for (const [path, text] of Object.entries(referencePages(...(await commandLine())))) {
    const file = join(projectFolder, 'docs', path);
    mkdirSync(dirname(file), { recursive: true });
    if (textOf(file) !== text) writeFileSync(file, text);
  }
}

/** @returns {Promise<Parameters<typeof referencePages>>} help of the command line, its formats and its rules */
async function commandLine() {
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
  const run = new Function('module', 'exports', 'require', '__dirname', outputFiles[0]?.text ?? '');
  run(module, module.exports, createRequire(import.meta.url), projectFolder);
  const { commandHelp, formatFacts, ruleFacts } = module.exports;
  return [commandHelp(), formatFacts(), ruleFacts()];
}

/** @param {string} file */
function textOf(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

runAsScript(import.meta.url, writeReference);
