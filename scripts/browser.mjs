// @ts-check
// The browser that the host and UI tests drive: a Chrome, Chromium or Edge that is installed, else one that is brought
// along by an npm package (Linux on x64), else one from the system's package manager where that is allowed.
//
//   node scripts/browser.mjs          says which browser it is, after fetching one if need be
//   PRESSMARK_BROWSER=/path/to/chrome npm test
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { packagedChromium } from './support/packaged-chromium.mjs';
import { runAsScript } from './support/run-script.mjs';

/**
 * @typedef {object} Browser
 * @property {string} executable
 * @property {Readonly<Record<string, string>>} environment added to that of this process
 */

/**
 * @returns {Promise<Browser>} one that is there, or was brought
 * @throws {Error} with what the person can do, when there is none
 */
export async function findBrowser() {
  const chosen = process.env['PRESSMARK_BROWSER'];
  if (chosen) {
    if (existsSync(chosen)) return { executable: chosen, environment: {} };
    throw new Error(`PRESSMARK_BROWSER names ${chosen}, which is not there.`);
  }
  const installed = installedBrowser();
  if (installed) return { executable: installed, environment: {} };

  /** @type {string[]} */
  const failures = [];
  for (const bring of [packagedChromium, chromiumFromApt]) {
    try {
      const browser = await bring();
      if (browser) return browser;
    } catch (error) {
      failures.push(error instanceof Error ? error.message : String(error));
    }
  }
  throw new Error([...failures, `No browser was found to run the tests in. ${howToInstall()}`].join('\n'));
}

/**
 * Starts the browser without a window.
 *
 * @returns {Promise<import('playwright-core').Browser>}
 */
export async function launchBrowser() {
  const { executable, environment } = await findBrowser();
  const quiet = [
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-quic',
  ];
  const sandboxed = !(process.platform === 'linux' && process.getuid?.() === 0);
  const launch = (/** @type {boolean} */ chromiumSandbox) =>
    chromium.launch({
      executablePath: executable,
      env: { ...process.env, ...environment },
      args: [...quiet, '--no-first-run', '--font-render-hinting=none'],
      chromiumSandbox,
      timeout: 120_000,
    });
  try {
    return await launch(sandboxed);
  } catch (error) {
    // Containers and some distributions forbid the namespaces that the sandbox is made of. The pages are our own.
    if (sandboxed && /sandbox/i.test(String(error))) return await launch(false);
    throw error;
  }
}

/** @returns {string | undefined} the executable of an installed browser */
function installedBrowser() {
  return candidates().find((path) => existsSync(path));
}

/** @returns {string[]} where people have Chrome, Chromium and Edge, the most usual first */
function candidates() {
  const { platform, env } = process;
  if (platform === 'darwin') {
    const applications = [
      'Google Chrome',
      'Chromium',
      'Microsoft Edge',
      'Google Chrome Canary',
      'Brave Browser',
    ];
    return ['/Applications', join(homedir(), 'Applications')].flatMap((folder) =>
      applications.map((name) => join(folder, `${name}.app`, 'Contents', 'MacOS', name)),
    );
  }
  if (platform === 'win32') {
    const folders = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']].filter(
      (path) => path !== undefined,
    );
    const programs = [
      'Google\\Chrome\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
      'Chromium\\Application\\chrome.exe',
    ];
    return programs.flatMap((program) => folders.map((folder) => join(folder, program)));
  }
  const names = [
    'google-chrome-stable',
    'google-chrome',
    'chromium',
    'chromium-browser',
    'microsoft-edge-stable',
    'microsoft-edge',
  ];
  const folders = [...(env['PATH'] ?? '').split(':'), '/usr/bin', '/usr/local/bin', '/snap/bin'].filter(
    Boolean,
  );
  return names
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .concat('/opt/google/chrome/chrome', '/opt/microsoft/msedge/msedge');
}

/** @returns {Promise<Browser | undefined>} Debian's or Ubuntu's Chromium, where this process may install it */
async function chromiumFromApt() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get'))
    return undefined;
  console.log('Installing a browser for the tests (Debian package chromium) …');
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (/** @type {string[]} */ ...args) =>
    execFileSync('apt-get', args, { env: environment, stdio: ['ignore', 'ignore', 'inherit'] });
  apt('-q', 'update');
  apt('-q', 'install', '-y', '--no-install-recommends', 'chromium', 'fonts-dejavu-core');
  const executable = installedBrowser();
  return executable ? { executable, environment: {} } : undefined;
}

function howToInstall() {
  const otherwise = 'or name one that you have: PRESSMARK_BROWSER=/path/to/chrome npm test';
  if (process.platform === 'darwin') return `Run "brew install --cask chromium", ${otherwise}`;
  if (process.platform === 'win32') return `Run "winget install Google.Chrome", ${otherwise}`;
  const command = existsSync('/usr/bin/dnf') ? 'sudo dnf install chromium' : 'sudo apt-get install chromium';
  return `Run "${command}", ${otherwise}`;
}

async function main() {
  const { executable } = await findBrowser();
  const browser = await launchBrowser();
  console.log(`${executable} (version ${browser.version()})`);
  await browser.close();
}

runAsScript(import.meta.url, main);
