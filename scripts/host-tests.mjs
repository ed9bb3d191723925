// @ts-check
// Runs the tests of test/host in the extension host of Node, or those of test/web in that of a browser: one VS Code for
// the whole suite. Used by `npm test`; see test.mjs. The extension has to be built.
import { createWriteStream, existsSync } from 'node:fs';
import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { launchBrowser } from './browser.mjs';
import { bundleConsumer, bundleHostTests } from './support/host-bundle.mjs';
import { withSourcePositions } from './support/source-positions.mjs';
import { temporaryFolder } from './support/temporary-folder.mjs';
import { projectFolder } from './support/tool-cache.mjs';
import {
  addUserSettings,
  inWebWorker,
  quietSettings,
  remoteUri,
  workbenchUrl,
} from './support/workbench.mjs';
import { installServer, startServer } from './vscode-server.mjs';

// As test/host/support prints them.
const lineMark = '[test] ';
const resultMark = '[test] [result] ';
const usualMinutes = 8;

/**
 * @typedef {{ passed: number, failed: number, skipped: number }} Result
 */

/**
 * @param {'host' | 'web'} suite
 * @param {string} [version] of VS Code, as vscode-server.mjs takes it
 * @param {object} [other]
 * @param {string} [other.extension] the folder of the extension
 * @param {string} [other.tests] what to run instead of the tests: a bundle as of bundleHostTests
 * @param {number} [other.minutes] after which they hang
 * @returns {Promise<Result>} a run that broke off counts as one more failure
 */
export async function runHostTests(suite, version, other = {}) {
  const { extension = projectFolder, minutes = usualMinutes } = other;
  const tests = other.tests ?? (await bundleHostTests(suite));
  await rm(logsFolder(suite), { recursive: true, force: true });
  await mkdir(logsFolder(suite), { recursive: true });
  const installation = await installServer(version);
  console.log(`in VS Code ${installation.version}`);
  const root = await temporaryFolder(`pressmark-${suite}-`);
  const folders = { workspace: join(root, 'workspace'), dataFolder: join(root, 'data') };
  await mkdir(folders.workspace);
  const samples = join(projectFolder, 'samples');
  if (existsSync(samples)) await cp(samples, folders.workspace, { recursive: true });
  await addUserSettings(folders.dataFolder, { ...quietSettings, ...(suite === 'web' ? inWebWorker : {}) });
  // A page can name one extension to load; what a fresh VS Code finds in its folder of extensions it takes for installed.
  if (suite === 'host') await bundleConsumer(join(folders.dataFolder, 'extensions'));

  const server = await startServer(installation, {
    dataFolder: folders.dataFolder,
    payload: true,
    offline: true,
  });
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    const { authority } = server;
    return await watchTests(page, suite, minutes, () =>
      page.goto(
        workbenchUrl(authority, folders.workspace, {
          payload: [
            ['extensionDevelopmentPath', remoteUri(authority, extension)],
            ['extensionTestsPath', remoteUri(authority, tests)],
            ['skipWelcome', 'true'],
          ],
        }),
        { waitUntil: 'domcontentloaded', timeout: minutes * 60_000 },
      ),
    );
  } finally {
    await browser.close();
    await server.stop();
    await keepLogs(suite, server.output(), folders.dataFolder);
    await rm(root, { recursive: true, force: true, maxRetries: 5 });
  }
}

/**
 * @param {import('playwright-core').Page} page
 * @param {string} suite
 * @param {number} minutes
 * @param {() => Promise<unknown>} open loads the workbench that runs the tests
 * @returns {Promise<Result>}
 */
async function watchTests(page, suite, minutes, open) {
  const logFile = join(logsFolder(suite), 'console.log');
  const log = createWriteStream(logFile);
  /** @type {Result | undefined} */
  let result;
  let lastError = '';
  const listen = (/** @type {string} */ type, /** @type {unknown[]} */ args) => {
    log.write(`${type} ${JSON.stringify(args)}\n`);
    const [text] = args;
    if (type === 'error') lastError = String(text);
    if (typeof text !== 'string' || !text.startsWith(lineMark)) return;
    if (text.startsWith(resultMark)) result = JSON.parse(text.slice(resultMark.length));
    else console.log(readable(text.slice(lineMark.length)));
  };
  page.on('pageerror', (error) => log.write(`page error ${error.stack}\n`));
  /** @type {Promise<number>} */
  const ended = new Promise((resolve) => void page.exposeFunction('codeAutomationExit', resolve));
  await page.exposeFunction('codeAutomationLog', listen);

  let timer;
  const late = new Promise((resolve) => (timer = setTimeout(() => resolve(undefined), minutes * 60_000)));
  await open();
  const exitCode = await Promise.race([ended, late]);
  clearTimeout(timer);
  await new Promise((resolve) => log.end(resolve));

  if (exitCode === 0 && result) return result;
  if (exitCode !== undefined && result && result.failed > 0) return result;
  console.log(
    exitCode === undefined
      ? `The tests did not end within ${minutes} minutes; see ${logFile}`
      : `VS Code ended (exit ${exitCode}) before the tests did; see ${logFile}\n${readable(lastError)}`,
  );
  return { passed: result?.passed ?? 0, failed: (result?.failed ?? 0) + 1, skipped: result?.skipped ?? 0 };
}

/**
 * @param {string} text printed in an extension host
 * @returns {string} indented, with positions in the sources and without mocha's own lines of a stack
 */
function readable(text) {
  const lines = withSourcePositions(text).split('\n');
  return lines
    .filter((line) => !/^\s+at .*node_modules\/mocha\//.test(line))
    .map((line) => `  ${line}`)
    .join('\n');
}

/** @param {string} suite */
function logsFolder(suite) {
  return join(projectFolder, 'out', 'test', `${suite}-logs`);
}

/**
 * @param {string} suite
 * @param {string} serverOutput
 * @param {string} dataFolder
 */
async function keepLogs(suite, serverOutput, dataFolder) {
  await writeFile(join(logsFolder(suite), 'server.log'), serverOutput);
  const logs = join(dataFolder, 'data', 'logs');
  if (existsSync(logs)) await cp(logs, logsFolder(suite), { recursive: true });
}
