import { readFileSync } from 'node:fs';
import Module from 'node:module';
import { join, resolve } from 'node:path';
import { transformSync } from 'esbuild';
import type fc from 'fast-check';
import Mocha from 'mocha';
import { withMutants, type Mutant } from './mutants';

/** What the worker is told at its start, and what it says then. */
export interface Work {
  readonly files: readonly string[];
  readonly tests: readonly string[];
  /** A property is tried at most so often. */
  readonly runs: number;
}
export type Said =
  { readonly mutants: readonly Mutant[] } | { readonly id: number | undefined; readonly failures: number };

const root = resolve(__dirname, '../..');
const { files, tests, runs } = JSON.parse(process.argv[2]!) as Work;
const say = (said: Said): void => void process.send!(said);

/** Properties find the same at every run, and don't look for the smallest example. */
function tameProperties(): void {
  const path = require.resolve('fast-check');
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const usual = (require(path) as { readonly default: typeof fc }).default;
  const assert = (property: fc.IRawProperty<unknown>, options?: fc.Parameters<unknown>): unknown => {
    const numRuns = Math.min(options?.numRuns ?? 100, runs);
    return usual.assert(property, { ...options, numRuns, endOnFailure: true, seed: 1 });
  };
  require.cache[path]!.exports = {
    __esModule: true,
    default: Object.create(usual, { assert: { value: assert } }),
  };
}

/** Compiles the files with their mutants, where they are required. */
function compileWithMutants(): readonly Mutant[] {
  const mutants: Mutant[] = [];
  const codes = new Map<string, string>();
  for (const file of files) {
    const path = join(root, file);
    const found = withMutants(file, readFileSync(path, 'utf8'), mutants.length);
    codes.set(path, transformSync(found.code, { loader: 'ts', format: 'cjs', target: 'es2022' }).code);
    mutants.push(...found.mutants);
  }
  const { _extensions: extensions } = Module as unknown as {
    _extensions: Record<
      string,
      (module: { _compile(code: string, path: string): void }, path: string) => void
    >;
  };
  const usual = extensions['.ts']!;
  extensions['.ts'] = (module, path) => {
    const code = codes.get(path);
    if (code === undefined) usual(module, path);
    else module._compile(code, path);
  };
  return mutants;
}

/** A reporter of mocha, which takes any function for one. */
function silence(): void {
  return undefined;
}

function main(): void {
  tameProperties();
  const mutants = compileWithMutants();
  const mocha = new Mocha({ reporter: silence as never, timeout: 0, bail: true });
  mocha.cleanReferencesAfterRun(false);
  mocha.files = tests.map((test) => join(root, test));
  (mocha as unknown as { loadFiles(): void }).loadFiles();
  mocha.files = [];
  console.log = () => undefined;
  say({ mutants });
  process.on('message', (id: number | null) => {
    (globalThis as { __mutant?: number | null }).__mutant = id;
    mocha.run((failures) => say({ id: id ?? undefined, failures }));
  });
}

main();
