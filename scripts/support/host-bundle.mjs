// @ts-check
// Bundles the tests that run inside VS Code: all of test/host for the extension host of Node, all of test/web for that
// of a browser.
import { copyFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { projectFolder } from './tool-cache.mjs';

/** A browser has no `node:assert`, and what stands in for it wants to know its process. */
const inBrowser = {
  alias: { 'node:assert/strict': './test/web/support/strictAssert.ts' },
  inject: ['./test/web/support/process.ts'],
  define: { global: 'globalThis' },
};

/**
 * @param {'host' | 'web'} suite
 * @returns {Promise<string>} the bundle, a module that exports `run()`, without ".js"
 */
export async function bundleHostTests(suite) {
  const files = (await readdir(join(projectFolder, 'test', suite), { recursive: true }))
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => `./test/${suite}/${name.replaceAll('\\', '/')}`)
    .sort();
  if (files.length === 0) throw new Error(`There are no tests in test/${suite}.`);
  const runner = `./test/host/support/${suite === 'host' ? 'runInNode' : 'runInWebWorker'}`;
  const bundle = join(projectFolder, 'out', 'test', suite, 'index');
  await build({
    stdin: {
      // Assigned last, because mocha.js takes this module's exports for its own.
      contents: [
        `const { runTests } = require('${runner}');`,
        `const load = () => { ${files.map((file) => `require('${file}');`).join(' ')} };`,
        'module.exports = { run: () => runTests(load) };',
      ].join('\n'),
      loader: 'js',
      resolveDir: projectFolder,
    },
    outfile: `${bundle}.js`,
    bundle: true,
    format: 'cjs',
    target: 'es2022',
    sourcemap: 'linked',
    loader: { '.yaml': 'text' },
    logLevel: 'warning',
    ...(suite === 'host'
      ? { platform: 'node', external: ['vscode', 'mocha'] }
      : { platform: 'browser', external: ['vscode'], ...inBrowser }),
  });
  return bundle;
}

/**
 * Bundles the sample extension that uses Pressmark's API, test/consumer.
 *
 * @param {string} extensions the folder of extensions, in which it gets one of its own
 * @returns {Promise<string>} that folder
 */
export async function bundleConsumer(extensions) {
  const folder = join(extensions, 'sample.pressmark-consumer-1.0.0');
  await build({
    entryPoints: [join(projectFolder, 'test', 'consumer', 'extension.ts')],
    outfile: join(folder, 'extension.js'),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'es2022',
    external: ['vscode'],
    logLevel: 'warning',
  });
  await copyFile(join(projectFolder, 'test', 'consumer', 'package.json'), join(folder, 'package.json'));
  return folder;
}
