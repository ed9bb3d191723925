// @ts-check
// Tests the installable package, in a clean profile of the oldest and of the newest VS Code, as a person would use it; also
// the host tests in both. What `npm test` runs is the newest only.
//
//   npm run test:vsix                      packages first
//   npm run test:vsix -- FILE.vsix         one that is there already, such as the one about to be published
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { runAsScript } from './support/run-script.mjs';
import { projectFolder } from './support/tool-cache.mjs';

const uiTests = ['package', 'story', 'places'].map((name) => `test/ui/${name}.test.ts`);

function main() {
  const { positionals } = parseArgs({ allowPositionals: true });
  const [vsix] = positionals;
  const env = { ...process.env, ...(vsix === undefined ? {} : { PRESSMARK_VSIX: resolve(vsix) }) };
  const test = join(projectFolder, 'scripts', 'test.mjs');
  for (const version of ['minimum', 'newest']) {
    for (const parts of [uiTests, ['host', 'web']]) {
      const args = [test, ...parts, '--vscode', version];
      const { status } = spawnSync(process.execPath, args, { cwd: projectFolder, env, stdio: 'inherit' });
      if (status !== 0) process.exitCode = 1;
    }
  }
}

runAsScript(import.meta.url, async () => main());
