// @ts-check
// Publishes Pressmark: the same package, for desktop and web, to each of the two galleries.
//
//   npm run publish:marketplace [-- FILE.vsix]     Visual Studio Marketplace; the token is in VSCE_PAT
//   npm run publish:openvsx [-- FILE.vsix]         Open VSX, of VSCodium and others; the token is in OVSX_PAT
//
// Refuses without a token, with uncommitted changes, without a section of this version in CHANGELOG.md, and without a
// `repository` in package.json, by which the pictures of the README are found. See docs/publishing.md.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { publishVSIX } from '@vscode/vsce';
import { runAsScript } from './support/run-script.mjs';
import { projectFolder } from './support/tool-cache.mjs';

/** Fetched when it is needed, in this version. */
const ovsx = 'ovsx@1.3.0';

/** @type {Record<string, { name: string, variable: string, send: (vsix: string, token: string) => Promise<void> }>} */
const galleries = {
  marketplace: {
    name: 'Visual Studio Marketplace',
    variable: 'VSCE_PAT',
    send: (vsix, pat) => publishVSIX(vsix, { pat }),
  },
  openvsx: {
    name: 'Open VSX',
    variable: 'OVSX_PAT',
    // It takes the token from the environment, where no list of processes shows it.
    send: async (vsix) => run('npx', ['--yes', ovsx, 'publish', vsix]),
  },
};

async function main() {
  const { positionals } = parseArgs({ allowPositionals: true });
  const gallery = galleries[positionals[0] ?? ''];
  if (!gallery) throw new Error(`Which gallery? One of: ${Object.keys(galleries).join(', ')}`);
  const manifest = JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8'));
  const token = process.env[gallery.variable];
  const reasons = reasonsAgainst(manifest);
  if (!token) reasons.unshift(`${gallery.variable} holds no token for ${gallery.name}`);
  if (!token || reasons.length > 0) {
    throw new Error(`Not published:\n${reasons.map((reason) => `- ${reason}`).join('\n')}`);
  }
  const vsix = resolve(positionals[1] ?? join(projectFolder, `${manifest.name}-${manifest.version}.vsix`));
  if (positionals[1] === undefined) {
    run(process.execPath, [join(projectFolder, 'scripts', 'package.mjs'), '--out', vsix]);
  }
  await gallery.send(vsix, token);
  console.log(`${manifest.name} ${manifest.version} is at ${gallery.name}.`);
}

/**
 * @param {{ version: string, repository?: unknown }} manifest
 * @returns {string[]} why this state of the project can't be published
 */
function reasonsAgainst({ version, repository }) {
  const reasons = [];
  const changelog = readFileSync(join(projectFolder, 'CHANGELOG.md'), 'utf8');
  if (!changelog.includes(`## ${version}`)) reasons.push(`CHANGELOG.md has no section "## ${version}"`);
  if (repository === undefined)
    reasons.push('package.json names no "repository", so the README has no pictures');
  const changes = existsSync(join(projectFolder, '.git'))
    ? execFileSync('git', ['status', '--porcelain'], { cwd: projectFolder, encoding: 'utf8' })
    : '';
  if (changes.trim() !== '') reasons.push('there are uncommitted changes');
  return reasons;
}

/**
 * @param {string} command
 * @param {string[]} args
 */
function run(command, args) {
  execFileSync(command, args, { cwd: projectFolder, stdio: 'inherit', shell: process.platform === 'win32' });
}

runAsScript(import.meta.url, main);
