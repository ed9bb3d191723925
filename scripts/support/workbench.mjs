// @ts-check
// How a workbench of the npm-hosted server is set up and addressed; see vscode-server.mjs.
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * Adds to the user settings of a server; those that the person has already set stay.
 *
 * @param {string} dataFolder
 * @param {Readonly<Record<string, unknown>>} settings
 * @returns {Promise<void>}
 */
export async function addUserSettings(dataFolder, settings) {
  const file = join(dataFolder, 'data', 'User', 'settings.json');
  const present = existsSync(file) ? JSON.parse(await readFile(file, 'utf8')) : {};
  await mkdir(join(dataFolder, 'data', 'User'), { recursive: true });
  await writeFile(file, `${JSON.stringify({ ...settings, ...present }, undefined, 2)}\n`);
}

/** Settings of a quiet VS Code: no welcome pages, no updates, nothing that reaches for the network. */
export const quietSettings = {
  // A browser's VS Code saves after a second, a desktop's never: what is tested with unsaved changes has to keep them.
  'files.autoSave': 'off',
  'chat.disableAIFeatures': true,
  'workbench.startupEditor': 'none',
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.tips.enabled': false,
  'workbench.enableExperiments': false,
  'workbench.settings.enableNaturalLanguageSearch': false,
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'telemetry.telemetryLevel': 'off',
  'git.openRepositoryInParentFolders': 'never',
  'update.mode': 'none',
  'update.showReleaseNotes': false,
};

/** The setting that makes Pressmark run in the browser's extension host, a web worker, instead of that of Node. */
export const inWebWorker = { 'remote.extensionKind': { 'pressmark.pressmark': ['web'] } };

/**
 * The address of a workbench.
 *
 * @param {string} authority of the server
 * @param {string | undefined} place a folder or a `.code-workspace`, absolute; an empty window without it
 * @param {object} [options]
 * @param {readonly (readonly [string, string])[]} [options.payload] for a server that takes one
 * @param {string} [options.token] of a server that asks for one
 * @returns {string}
 */
export function workbenchUrl(authority, place, { payload, token } = {}) {
  const url = new URL(`http://${authority}/`);
  if (place === undefined) url.searchParams.set('ew', 'true');
  else {
    const kind = place.endsWith('.code-workspace') ? 'workspace' : 'folder';
    url.searchParams.set(kind, decodeURIComponent(pathToFileURL(place).pathname));
  }
  if (payload) url.searchParams.set('payload', JSON.stringify(payload));
  if (token) url.searchParams.set('tkn', token);
  return url.href.replaceAll('%2F', '/');
}

/**
 * @param {string} authority of the server
 * @param {string} path absolute
 * @returns {string} how the workbench names a file or folder of the server's machine
 */
export function remoteUri(authority, path) {
  return `vscode-remote://${authority}${pathToFileURL(path).pathname}`;
}
