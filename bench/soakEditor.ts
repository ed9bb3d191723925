import { join } from 'node:path';
import { build } from 'esbuild';
import { runHostTests } from '../scripts/host-tests.mjs';
import { projectFolder } from '../scripts/support/tool-cache.mjs';

/**
 * Works on a release in a real VS Code at random: bench/soak/inEditor.ts tells what it does. Needs a build.
 *
 *   npx tsx bench/soakEditor.ts [MINUTES] [SEED]
 */
const minutes = Number(process.argv[2] ?? 10);
const seed = Number(process.argv[3] ?? Date.now() % 100_000);

async function main(): Promise<void> {
  const tests = join(projectFolder, 'out', 'test', 'soak', 'index');
  await build({
    entryPoints: [join(projectFolder, 'bench', 'soak', 'inEditor.ts')],
    outfile: `${tests}.js`,
    bundle: true,
    platform: 'node',
    external: ['vscode'],
    define: { SOAK: JSON.stringify({ minutes, seed }) },
  });
  const { failed } = await runHostTests('host', undefined, { tests, minutes: minutes + 3 });
  process.exitCode = failed === 0 ? 0 : 1;
}

void main();
