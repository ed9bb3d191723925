// @ts-check
// Makes the installable package.
//
//   npm run package                     pressmark-VERSION.vsix in the checkout's folder
//   npm run package -- --out FILE.vsix
//
// What goes into it is decided by .vscodeignore. Install it with "Extensions: Install from VSIX…".
import { execFileSync } from 'node:child_process';
import { mkdir, readFile, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { createVSIX, listFiles } from '@vscode/vsce';
import { projectFolder } from './support/tool-cache.mjs';

/**
 * Builds for production and packages.
 *
 * @param {string} file where the .vsix goes
 * @param {string} [folder] of the extension; another one is packaged as it stands
 * @returns {Promise<void>}
 */
export async function packageExtension(file, folder = projectFolder) {
  if (folder === projectFolder) {
    const build = join(projectFolder, 'scripts', 'build.mjs');
    execFileSync(process.execPath, [build, '--production'], { cwd: projectFolder, stdio: 'inherit' });
  }
  await mkdir(dirname(file), { recursive: true });
  await createVSIX({
    cwd: folder,
    packagePath: file,
    dependencies: false, // everything is bundled
    allowMissingRepository: true,
    rewriteRelativeLinks: false,
  });
}

async function main() {
  const { values } = parseArgs({ options: { out: { type: 'string' } } });
  const { name, version } = JSON.parse(await readFile(join(projectFolder, 'package.json'), 'utf8'));
  const file = resolve(values.out ?? join(projectFolder, `${name}-${version}.vsix`));
  await packageExtension(file);
  for (const path of await listFiles({ cwd: projectFolder, packageManager: 0 })) console.log(`  ${path}`);
  console.log(`${file} (${Math.ceil((await stat(file)).size / 1024)} KB)`);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) void main();
