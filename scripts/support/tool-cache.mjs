// @ts-check
// The folder .vscode-test/ keeps what the scripts bring along (a VS Code server, a Node, a browser). Every tool has a
// folder of its own there; deleting any of them only means that it is fetched again.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout's folder. */
export const projectFolder = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** The folder of the tools that the scripts bring along. */
export const cacheFolder = join(projectFolder, '.vscode-test');

const abandonedAfterMs = 30 * 60_000;

/**
 * Gives the folder of a tool, after fetching it if it is not there yet. The tool is put together in a folder beside
 * it and renamed when it is complete, so that an interrupted fetch never looks like a finished one.
 *
 * @param {object} tool
 * @param {string} tool.folder the folder's name in .vscode-test/; names the version
 * @param {string} tool.what what is fetched and why, for the person who waits: "VS Code 1.2.3, to try Pressmark in"
 * @param {(into: string) => Promise<void>} tool.fetch fills an empty folder
 * @returns {Promise<string>} absolute path
 */
export async function cachedTool({ folder, what, fetch }) {
  const target = join(cacheFolder, folder);
  if (existsSync(target)) return target;

  await mkdir(cacheFolder, { recursive: true });
  await removeAbandoned(folder);
  const partial = await mkdtemp(`${target}.partial-`);
  const done = progress(`Fetching ${what} (once, kept in .vscode-test/)`);
  try {
    await fetch(partial);
    await chmod(partial, 0o755);
    await moveInPlace(partial, target);
    done('done');
  } catch (error) {
    done('failed');
    await rm(partial, { recursive: true, force: true });
    throw error;
  }
  return target;
}

/**
 * Installs npm packages into a folder without running any of their scripts.
 *
 * @param {string} folder
 * @param {readonly string[]} packages "name@version"; none installs what the folder's own package.json asks for
 * @returns {Promise<void>}
 */
export async function npmInstall(folder, packages) {
  if (packages.length > 0) await writeFile(join(folder, 'package.json'), '{ "private": true }\n');
  const options = ['--ignore-scripts', '--omit=dev', '--no-audit', '--no-fund', '--no-package-lock'];
  const args = ['install', ...options, '--loglevel=error', '--engine-strict=false', ...packages];
  // npm tells the scripts that it runs where it is itself; without it, npm is looked for on the PATH.
  const npm = process.env['npm_execpath'];
  const runByNpm = npm !== undefined && /npm-cli\.c?js$/.test(npm);
  const child = runByNpm
    ? spawn(process.execPath, [npm, ...args], { cwd: folder, env: plainNpmEnvironment() })
    : spawn('npm', args, { cwd: folder, env: plainNpmEnvironment(), shell: process.platform === 'win32' });

  let said = '';
  child.stdout?.on('data', (data) => (said += data));
  child.stderr?.on('data', (data) => (said += data));
  await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0
        ? resolve(undefined)
        : reject(new Error(`npm install ${packages.join(' ')} failed (exit ${code}):\n${said.trim()}`)),
    );
  });
}

/** npm hands its own state to the scripts it runs; a second npm must not take it for its own settings. */
function plainNpmEnvironment() {
  const inherited =
    /^npm_(package_|lifecycle_|command$|config_(local_prefix|global_prefix|prefix|dry_run|workspace))/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !inherited.test(name)));
}

/** @param {string} folder */
async function removeAbandoned(folder) {
  for (const name of await readdir(cacheFolder)) {
    if (!name.startsWith(`${folder}.partial-`)) continue;
    const path = join(cacheFolder, name);
    const age = Date.now() - (await stat(path)).mtimeMs;
    if (age > abandonedAfterMs) await rm(path, { recursive: true, force: true });
  }
}

/**
 * @param {string} partial
 * @param {string} target
 */
async function moveInPlace(partial, target) {
  for (let attempt = 1; ; attempt++) {
    try {
      return await rename(partial, target);
    } catch (error) {
      if (existsSync(target)) return await rm(partial, { recursive: true, force: true }); // somebody else was faster
      if (attempt === 10) throw error;
      await new Promise((resolve) => setTimeout(resolve, 500)); // a virus scanner may hold new files for a moment
    }
  }
}

/**
 * Says what is going on, and every 15 s that it still is.
 *
 * @param {string} what
 * @returns {(outcome: string) => void} ends it
 */
function progress(what) {
  const start = Date.now();
  const seconds = () => Math.round((Date.now() - start) / 1000);
  console.log(`${what} …`);
  const timer = setInterval(() => console.log(`  … still fetching, ${seconds()} s`), 15_000);
  return (outcome) => {
    clearInterval(timer);
    console.log(`  ${outcome} after ${seconds()} s`);
  };
}
