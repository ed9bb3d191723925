import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** What a module makes Node load before it is used, as an extension host would: a file's path and its size in bytes. */
export interface LoadedModule {
  readonly path: string;
  readonly bytes: number;
}

const probe = `
const Module = require('node:module');
const { statSync } = require('node:fs');
const load = Module._load;
// Whatever is asked of it, this vscode has it.
const vscode = new Proxy(function () {}, { get: (_, key) => (key === '__esModule' ? true : vscode), apply: () => vscode, construct: () => vscode });
Module._load = (request, ...rest) => (request === 'vscode' ? vscode : load(request, ...rest));
require(process.argv[1]);
const loaded = Object.keys(require.cache).map((path) => ({ path, bytes: statSync(path).size }));
console.log(JSON.stringify(loaded));
process.exit(0);
`;

/** Loads a module in a Node of its own, and says which files that took. */
export async function loadedModules(file: string): Promise<readonly LoadedModule[]> {
  const { stdout } = await promisify(execFile)(process.execPath, ['-e', probe, file]);
  return JSON.parse(stdout) as readonly LoadedModule[];
}
