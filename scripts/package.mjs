// @ts-check
// Makes the installable package.
//
//   npm run package                     pressmark-VERSION.vsix in the checkout's folder
//   npm run package -- --out FILE.vsix
//
// Builds for production first. What goes into the package is decided by .vscodeignore. To install it: "Extensions: Install
// from VSIX…".
import { execFileSync } from 'node:child_process';
import { mkdir, readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createVSIX } from '@vscode/vsce';
import { runAsScript } from './support/run-script.mjs';
import { projectFolder } from './support/tool-cache.mjs';

async function main() {
  const { values } = parseArgs({ options: { out: { type: 'string' } } });
  const { name, version, repository } = JSON.parse(
    await readFile(join(projectFolder, 'package.json'), 'utf8'),
  );
  const file = resolve(values.out ?? join(projectFolder, `${name}-${version}.vsix`));
  const build = join(projectFolder, 'scripts', 'build.mjs');
  execFileSync(process.execPath, [build, '--production'], { cwd: projectFolder, stdio: 'inherit' });
  await mkdir(dirname(file), { recursive: true });
  await createVSIX({
    cwd: projectFolder,
    packagePath: file,
    dependencies: false, // everything is bundled
    allowMissingRepository: true,
    // The README's pictures are not in the package: they are shown from the repository.
    rewriteRelativeLinks: repository !== undefined,
  });
}

runAsScript(import.meta.url, main);
