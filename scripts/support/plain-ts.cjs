// Compiles TypeScript line by line, for `npm run coverage`: what tsx makes is on one line, whose parts coverage confuses.
const { readFileSync } = require('node:fs');
const Module = require('node:module');
const { transformSync } = require('esbuild');

// Programs that tests start compile the same files otherwise: their counts would not fit.
delete process.env.NODE_V8_COVERAGE;

Module._extensions['.ts'] = (module, path) => {
  const { code } = transformSync(readFileSync(path, 'utf8'), {
    loader: 'ts',
    format: 'cjs',
    target: 'es2022',
    sourcemap: 'inline',
    sourcefile: path,
  });
  module._compile(code, path);
};
