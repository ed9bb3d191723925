// @ts-check
// Runs the host tests in a desktop VS Code that @vscode/test-electron downloads, for machines that reach its download
// site. `npm test` runs the same tests in a VS Code server that npm brings.
//
//   npm run test:desktop [-- --vscode VERSION]     VERSION as that tool takes it: "stable" (the default), "1.100.3" …
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { bundleConsumer, bundleHostTests } from './support/host-bundle.mjs';
import { hasDesktop } from './support/desktop.mjs';
import { runAsScript } from './support/run-script.mjs';
import { temporaryFolder } from './support/temporary-folder.mjs';
import { cacheFolder, projectFolder } from './support/tool-cache.mjs';

async function main() {
  const { values } = parseArgs({ options: { vscode: { type: 'string', default: 'stable' } } });
  const executable = await download(values.vscode);
  if (!hasDesktop()) {
    fail('A desktop VS Code needs a display. Run "xvfb-run -a npm run test:desktop", or "npm test" instead.');
  }
  const build = join(projectFolder, 'scripts', 'build.mjs');
  execFileSync(process.execPath, [build], { cwd: projectFolder, stdio: 'inherit' });
  const root = await temporaryFolder('pressmark-host-');
  const workspace = join(root, 'workspace');
  await mkdir(workspace);
  const samples = join(projectFolder, 'samples');
  if (existsSync(samples)) await cp(samples, workspace, { recursive: true });
  try {
    await runTests({
      vscodeExecutablePath: executable,
      extensionDevelopmentPath: [projectFolder, await bundleConsumer(root)],
      extensionTestsPath: await bundleHostTests('host'),
      launchArgs: [
        workspace,
        '--disable-workspace-trust',
        '--disable-extensions',
        `--user-data-dir=${join(root, 'data')}`,
      ],
    });
    console.log('The host tests passed in a desktop VS Code.');
  } catch (error) {
    console.error(
      'The host tests failed in a desktop VS Code:',
      error instanceof Error ? error.message : error,
    );
    process.exitCode = 1;
  }
}

/** @param {string} version */
async function download(version) {
  try {
    return await downloadAndUnzipVSCode({ version, cachePath: cacheFolder, timeout: 30_000 });
  } catch (error) {
    const reason = error instanceof Error ? error.message || error.name : String(error);
    return fail(
      `VS Code could not be downloaded: its download site can't be reached from this machine (${reason}).\n` +
        'Run "npm test" instead: it runs the same tests in a VS Code server that the npm registry brings.',
    );
  }
}

/**
 * @param {string} message
 * @returns {never}
 */
function fail(message) {
  console.error(message);
  process.exit(1);
}

runAsScript(import.meta.url, main);
