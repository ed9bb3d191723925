import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';

/**
 * How fast releases are read, step by step, beside a floor that only looks at every code unit: MB of UTF-8 a second of CPU time, best of
 * some rounds; then what a keystroke in a release of one megabyte costs. Real releases, the built-in gazetteer; bundled as the
 * extension is. Usage: npm run build && tsx bench/recognition.ts [--rounds N (7)]
 */
const rounds = process.argv[process.argv.indexOf('--rounds') + 1 || Infinity] ?? '7';
const folder = mkdtempSync(join(tmpdir(), 'pressmark-bench-'));
try {
  const outfile = join(folder, 'child.js');
  buildSync({
    entryPoints: [join(__dirname, 'recognition/child.ts')],
    outfile,
    bundle: true,
    platform: 'node',
  });
  spawnSync(process.execPath, [outfile, rounds], { cwd: join(__dirname, '..'), stdio: 'inherit' });
} finally {
  rmSync(folder, { recursive: true, force: true });
}
