// @ts-check
// A real VS Code on a machine that has none and cannot reach its download site: the npm package code-server carries the
// whole VS Code server with its web workbench (code-server 4.N = VS Code 1.N). Used by `npm start` and the tests.
//
//   node scripts/vscode-server.mjs [--vscode VERSION]     fetches it into .vscode-test/ and says where it is
//
// VERSION is "newest" (the default), "minimum" (the lower bound of engines.vscode) or a number such as 1.139.1; the
// environment variable PRESSMARK_VSCODE does the same. Where this Node is not of
// a major that it runs on, one comes from npm too.
import { existsSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { endProcess, startProcess } from './support/processes.mjs';
import { runAsScript } from './support/run-script.mjs';
import { cachedTool, npmInstall } from './support/tool-cache.mjs';

/** The VS Code versions that the tests are run on, with the Node majors that each runs on, the best one first. */
const known = {
  newest: { version: '1.139.1', nodes: [24] },
  minimum: { version: '1.100.3', nodes: [22, 20] },
};
const startsWithinMs = 120_000;

/**
 * @typedef {object} Installation
 * @property {string} version of VS Code
 * @property {string} node executable
 * @property {string} main the server's script
 *
 * @typedef {object} Server
 * @property {string} authority "127.0.0.1:PORT"
 * @property {number} port
 * @property {string} [token] what a page has to show, if the server asks for it
 * @property {string} dataFolder settings, installed extensions and logs
 * @property {() => string} output what it has printed
 * @property {() => Promise<void>} stop
 */

/**
 * @param {string} [wanted] "newest", "minimum" or a version number
 * @returns {Promise<Installation>} fetched if need be
 */
export async function installServer(wanted = process.env['PRESSMARK_VSCODE'] ?? 'newest') {
  const version =
    wanted === 'newest' || wanted === 'minimum' ? known[wanted].version : wanted.replace(/^4\./, '1.');
  const nodes = version === known.minimum.version ? known.minimum.nodes : known.newest.nodes;
  const codeServer = version.replace(/^1\./, '4.');
  const folder = await cachedTool({
    folder: `code-server-${codeServer}`,
    what: `VS Code ${version} (npm package code-server ${codeServer}, about 600 MB) to run Pressmark in`,
    fetch: async (into) => {
      await npmInstall(into, [`code-server@${codeServer}`]);
      const server = join(into, 'node_modules', 'code-server', 'lib', 'vscode');
      await npmInstall(server, []);
      for (const name of ['spdlog', 'native-watchdog']) {
        const standIn = new URL(`./support/stand-ins/${name}.cjs`, import.meta.url);
        const native = join(server, 'node_modules', '@vscode', name);
        if (existsSync(native)) await copyFile(standIn, join(native, 'index.js'));
      }
    },
  });
  const main = join(folder, 'node_modules', 'code-server', 'lib', 'vscode', 'out', 'server-main.js');
  return { version, node: await installNode(nodes, version), main };
}

/**
 * @param {readonly number[]} majors
 * @param {string} version of VS Code
 * @returns {Promise<string>} an executable of one of these majors: this very Node, or one from npm
 */
async function installNode(majors, version) {
  if (majors.some((major) => process.versions.node.startsWith(`${major}.`))) return process.execPath;
  const [major] = majors;
  const onWindows = process.platform === 'win32';
  const prefix = process.platform === 'darwin' && process.arch === 'arm64' ? 'node-bin' : 'node';
  const name = [prefix, onWindows ? 'win' : process.platform, process.arch].join('-');
  const folder = await cachedTool({
    folder: `${name}-${major}`,
    what: `Node ${major} (npm package ${name}), which VS Code ${version} needs`,
    fetch: (into) => npmInstall(into, [`${name}@${major}`]),
  });
  return join(folder, 'node_modules', name, 'bin', onWindows ? 'node.exe' : 'node');
}

/**
 * Starts the server on 127.0.0.1 and waits until it answers.
 *
 * @param {Installation} installation
 * @param {object} options
 * @param {string} options.dataFolder made if it is not there; user settings in it are kept
 * @param {string} [options.extensionsFolder] installed extensions, where they are not in the data folder
 * @param {number | string} [options.port] a number, or a range of which a free one is taken; any free one without it
 * @param {boolean} [options.token] lets in only who has its token
 * @param {boolean} [options.payload] lets a page name an extension to load from its folder, and tests to run in it; such
 *   a VS Code shows no notifications
 * @param {boolean} [options.offline] knows no marketplace
 * @param {boolean} [options.asksForTrust] folders are opened in Restricted Mode until the person trusts them
 * @returns {Promise<Server>}
 */
export async function startServer(
  installation,
  { port = 0, token = false, payload = false, offline = false, asksForTrust = false, ...folders },
) {
  const { dataFolder } = folders;
  const options = ['--host', '127.0.0.1', '--port', String(port)];
  if (!asksForTrust) options.push('--disable-workspace-trust');
  if (!token) options.push('--without-connection-token');
  // Without this flag newer versions ignore the payload of a page silently.
  if (payload && installation.version !== known.minimum.version) options.push('--enable-smoke-test-driver');
  const child = startProcess(installation.node, [...serverArguments(installation, folders), ...options], {
    env: { ...serverEnvironment(), ...(offline ? { EXTENSIONS_GALLERY: '{}' } : {}) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });

  let output = '';
  /** @type {{ port: number, token?: string }} */
  const found = await new Promise((resolve, reject) => {
    const fail = (/** @type {string} */ why) => reject(new Error(`The VS Code server ${why}:\n${output}`));
    const timer = setTimeout(() => {
      void endProcess(child);
      fail(`did not start within ${startsWithinMs / 1000} s`);
    }, startsWithinMs);
    const listen = (/** @type {Buffer} */ data) => {
      output += data;
      const ready = /Web UI available at \S+?:(\d+)(?:\S*\btkn=(\S+))?\s/.exec(output);
      if (ready) resolve({ port: Number(ready[1]), token: ready[2] });
      if (ready) clearTimeout(timer);
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.on('error', (error) => fail(`could not be started (${error.message})`));
    child.on('exit', (code) => {
      clearTimeout(timer);
      fail(`ended (exit ${code})`);
    });
  });
  return {
    authority: `127.0.0.1:${found.port}`,
    ...found,
    dataFolder,
    output: () => output,
    stop: () => endProcess(child),
  };
}

/**
 * Installs an extension as a person would.
 *
 * @param {Installation} installation
 * @param {{ dataFolder: string, extensionsFolder?: string, vsix: string }} options
 * @returns {Promise<void>}
 */
export async function installExtension(installation, { vsix, ...folders }) {
  const args = [...serverArguments(installation, folders), '--install-extension', vsix, '--force'];
  const child = startProcess(installation.node, args, {
    env: serverEnvironment(),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout?.on('data', (data) => (output += data));
  child.stderr?.on('data', (data) => (output += data));
  const code = await new Promise((resolve, reject) => child.on('error', reject).on('close', resolve));
  if (code !== 0 || !/successfully installed/.test(output)) {
    throw new Error(`VS Code could not install ${vsix}:\n${output}`);
  }
}

/**
 * @param {Installation} installation
 * @param {{ dataFolder: string, extensionsFolder?: string | undefined }} folders
 */
function serverArguments({ main }, { dataFolder, extensionsFolder }) {
  const extensions = extensionsFolder === undefined ? [] : ['--extensions-dir', extensionsFolder];
  const options = ['--server-data-dir', dataFolder, ...extensions, '--telemetry-level', 'off'];
  return [main, '--accept-server-license-terms', ...options];
}

/** A VS Code or npm that runs this script must not be taken by the server for its own parent. */
function serverEnvironment() {
  const foreign = /^(VSCODE_|ELECTRON_|npm_|NODE_OPTIONS$|NODE_ENV$)/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)));
}

async function main() {
  const { values } = parseArgs({ options: { vscode: { type: 'string' } } });
  const { version, node, main } = await installServer(values.vscode);
  console.log(`VS Code ${version}: ${main}\n  runs on ${node}`);
}

runAsScript(import.meta.url, main);
