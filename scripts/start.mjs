// @ts-check
// Opens a real VS Code with Pressmark in it.
//
//   npm start                         on samples/
//   npm start -- FOLDER               on a folder of your own
//   npm start -- --server [FOLDER]    in the browser, even where a desktop VS Code is installed
//   npm start -- --no-open [FOLDER]   without opening the browser
//
// A desktop VS Code that is installed is used, with a profile of its own; otherwise a VS Code server that npm brings (see
// vscode-server.mjs), on 127.0.0.1, with its address printed. Both keep their data in .vscode-test/. Ctrl+C ends
// everything that was started.
import { execFileSync } from 'node:child_process';
import { constants, existsSync, readFileSync } from 'node:fs';
import { access, cp, mkdtemp, realpath } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { desktopCode, showInBrowser } from './support/desktop.mjs';
import { startProcess } from './support/processes.mjs';
import { runAsScript } from './support/run-script.mjs';
import { cacheFolder, projectFolder } from './support/tool-cache.mjs';
import { addUserSettings, quietSettings, workbenchUrl } from './support/workbench.mjs';
import { installExtension, installServer, startServer } from './vscode-server.mjs';

// Kept the same where it is free, as a browser remembers the layout of the workbench by its address.
const ports = '8137-8199';

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { server: { type: 'boolean' }, 'no-open': { type: 'boolean' } },
  });
  const folder = await folderToOpen(positionals[0]);
  const code = values.server ? undefined : desktopCode();
  if (code !== undefined) openInDesktop(code, folder);
  else await openInServer(folder, !values['no-open']);
}

/**
 * @param {string | undefined} given by the person, relative to where they are
 * @returns {Promise<string>}
 */
async function folderToOpen(given) {
  if (given !== undefined) {
    const folder = resolve(process.env['INIT_CWD'] ?? process.cwd(), given);
    if (existsSync(folder)) return realpath(folder);
    console.error(`There is no folder ${folder}`);
    process.exit(2);
  }
  const samples = join(projectFolder, 'samples');
  const writable = await access(samples, constants.W_OK).then(
    () => true,
    () => false,
  );
  if (writable) return samples;
  const copy = join(await mkdtemp(join(tmpdir(), 'pressmark-')), 'samples');
  await cp(samples, copy, { recursive: true });
  console.log(`The samples can't be written to, so a copy is opened: ${copy}`);
  return copy;
}

/**
 * @param {string} code the desktop VS Code's command
 * @param {string} folder
 */
function openInDesktop(code, folder) {
  run('build.mjs');
  const profile = join(cacheFolder, 'desktop');
  const args = [
    `--extensionDevelopmentPath=${projectFolder}`,
    '--new-window',
    '--wait',
    '--disable-workspace-trust',
  ];
  args.push(`--user-data-dir=${join(profile, 'data')}`, `--extensions-dir=${join(profile, 'extensions')}`);
  if (process.platform === 'linux' && process.getuid?.() === 0) args.push('--no-sandbox');
  console.log(`Opening ${folder} in ${code}. Ctrl+C closes it.`);
  const onWindows = process.platform === 'win32';
  const [command, ...rest] = [code, ...args, folder].map((word) => (onWindows ? `"${word}"` : word));
  const child = startProcess(/** @type {string} */ (command), rest, { stdio: 'inherit', shell: onWindows });
  child.on('exit', (status) => process.exit(status ?? 0));
  process.on('exit', () => endDesktop(join(profile, 'data')));
}

/**
 * The command only hands over to VS Code, which detaches itself; a lock file in its data names its process.
 *
 * @param {string} data
 */
function endDesktop(data) {
  try {
    process.kill(Number(readFileSync(join(data, 'code.lock'), 'utf8')), 'SIGTERM');
  } catch {
    // it was closed
  }
}

/**
 * @param {string} folder
 * @param {boolean} show in the person's browser
 */
async function openInServer(folder, show) {
  const installation = await installServer();
  const dataFolder = join(cacheFolder, 'start');
  const vsix = join(projectFolder, 'out', 'start.vsix');
  console.log('Building Pressmark …');
  run('package.mjs', '--out', vsix);
  console.log('Starting VS Code …');
  await addUserSettings(dataFolder, quietSettings);
  await installExtension(installation, { dataFolder, vsix });

  const server = await startServer(installation, { dataFolder, port: ports, token: true });
  const url = workbenchUrl(server.authority, folder, { token: server.token });
  console.log(
    `\nVS Code ${installation.version} with Pressmark, on ${folder}:\n\n  ${url}\n\nCtrl+C ends it.`,
  );
  if (show) showInBrowser(url);
}

/**
 * Runs another of these scripts, quietly unless it fails.
 *
 * @param {string} script
 * @param {string[]} args
 */
function run(script, ...args) {
  try {
    const path = join(projectFolder, 'scripts', script);
    execFileSync(process.execPath, [path, ...args], {
      cwd: projectFolder,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  } catch (error) {
    const { stdout, stderr } = /** @type {{ stdout: Buffer, stderr: Buffer }} */ (error);
    console.error(`Pressmark could not be built:\n${stdout}${stderr}`);
    process.exit(1);
  }
}

runAsScript(import.meta.url, main);
