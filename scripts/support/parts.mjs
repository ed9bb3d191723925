// @ts-check
// Splits bundles into parts that are loaded when they are first needed: every `import('./module')` in the sources begins a
// part, and what several share becomes a part of its own. esbuild splits ES modules only, while every VS Code loads
// CommonJS, so its outputs are turned into CommonJS one by one. Both of VS Code's extension hosts load the same parts, so they
// hold the browser's variant of each package.
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import { transform } from 'esbuild';

/** Where the parts go, in the folder of the bundles. Their names hold a hash of what is in them. */
const partsFolder = 'parts';

/**
 * Options of esbuild for such bundles. An entry point whose name begins with "parts/" goes beside the parts, with a list of all
 * that it may load (`NAME.json`), for a host that has to be told.
 *
 * @param {import('esbuild').BuildOptions & { entryPoints: Record<string, string>, outdir: string }} options
 * @returns {import('esbuild').BuildOptions}
 */
export function inParts(options) {
  return {
    ...options,
    format: 'esm',
    platform: 'browser',
    external: ['vscode', 'node:*', ...builtinModules],
    splitting: true,
    metafile: true,
    chunkNames: `${partsFolder}/[name]-[hash]`,
    // The second step takes it from there.
    sourcemap: options.sourcemap ? 'inline' : false,
    write: false,
    plugins: [...(options.plugins ?? []), writeAsCommonJs(options)],
  };
}

/**
 * @param {import('esbuild').BuildOptions & { outdir: string }} options
 * @returns {import('esbuild').Plugin}
 */
function writeAsCommonJs({ outdir, minify = false, sourcemap, target }) {
  return {
    name: 'write-as-commonjs',
    setup(build) {
      build.onEnd(async ({ outputFiles = [], metafile }) => {
        const folder = join(resolve(outdir), partsFolder);
        await mkdir(folder, { recursive: true });
        await Promise.all(outputFiles.map(write));
        const written = new Set(outputFiles.flatMap(({ path }) => [path, `${path}.map`]));
        for (const [path, { entryPoint }] of Object.entries(metafile?.outputs ?? {})) {
          if (entryPoint === undefined || dirname(resolve(path)) !== folder || /-\w{8}\.js$/.test(path))
            continue;
          const list = resolve(path.replace(/js$/, 'json'));
          written.add(list);
          await writeFile(list, JSON.stringify(reachable(path, metafile?.outputs ?? {})));
        }
        for (const name of await readdir(folder)) {
          if (!written.has(join(folder, name))) await rm(join(folder, name));
        }
      });
    },
  };

  /** @param {import('esbuild').OutputFile} output */
  async function write({ path, text }) {
    const { code, map } = await transform(text, {
      format: 'cjs',
      platform: 'node',
      // `import()` becomes a `require` that is called when it is reached.
      supported: { 'dynamic-import': false },
      minify,
      sourcemap: sourcemap ? 'external' : false,
      sourcefile: path,
      ...(target === undefined ? {} : { target }),
    });
    await mkdir(dirname(path), { recursive: true });
    const name = path.replace(/^.*[\\/]/, '');
    await writeFile(path, map ? `${code}//# sourceMappingURL=${name}.map\n` : code);
    if (map) await writeFile(`${path}.map`, map);
  }
}

/**
 * @param {string} path of an output
 * @param {import('esbuild').Metafile['outputs']} outputs
 * @returns {readonly string[]} the names of it and of all parts that it loads, at once or later
 */
function reachable(path, outputs) {
  const found = new Set([path]);
  for (const next of found) {
    for (const { path: imported, external } of outputs[next]?.imports ?? [])
      if (!external) found.add(imported);
  }
  return [...found].map((name) => basename(name));
}
