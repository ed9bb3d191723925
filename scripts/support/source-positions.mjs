// @ts-check
// Turns the positions of bundles in stack traces back into those of the sources.
import { existsSync, readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { projectFolder } from './tool-cache.mjs';

/** @type {Map<string, SourceMap | undefined>} */
const maps = new Map();

/**
 * @param {string} text
 * @returns {string} with "…/out/test/host/index.js:9001:5" replaced by "test/host/example.test.ts:12:3"
 */
export function withSourcePositions(text) {
  const position = /(?:[^\s()'"]*\/)?((?:out\/test|dist)\/[\w./-]+\.js)(#vscode-extension)?:(\d+):(\d+)/g;
  return text.replace(position, (whole, bundle, inWebWorker, line, column) => {
    // A web worker's extension host wraps a module into a function, which takes two lines.
    const bundleLine = Number(line) - (inWebWorker ? 3 : 1);
    const entry = sourceMap(bundle)?.findEntry(bundleLine, Number(column) - 1);
    if (!entry || !('originalSource' in entry)) return whole;
    const source = resolve(projectFolder, dirname(bundle), entry.originalSource);
    return `${relative(projectFolder, source)}:${entry.originalLine + 1}:${entry.originalColumn + 1}`;
  });
}

/** @param {string} bundle */
function sourceMap(bundle) {
  if (!maps.has(bundle)) {
    const file = join(projectFolder, `${bundle}.map`);
    maps.set(bundle, existsSync(file) ? new SourceMap(JSON.parse(readFileSync(file, 'utf8'))) : undefined);
  }
  return maps.get(bundle);
}
