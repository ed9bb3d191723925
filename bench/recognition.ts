import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { buildSync } from 'esbuild';
import { isInstalled } from './peers';
import { engines } from './recognition/engines';

/**
 * How fast releases are read, step by step, beside a floor that only looks at every code unit: MB of UTF-8 a second of CPU time, best of
 * some rounds; then what a keystroke in a release of one megabyte costs; then all of it beside kits from npm
 * (`npm install --prefix bench`), each in a process of its own. Real releases, the built-in gazetteer; bundled as the
 * extension is. Usage: npm run build && tsx bench/recognition.ts [--rounds N (7)]
 */
const rounds = process.argv[process.argv.indexOf('--rounds') + 1 || Infinity] ?? '7';
const root = join(__dirname, '..');
const corpus = join(root, '../shared/corpus');

function main(): void {
  const folder = mkdtempSync(join(tmpdir(), 'pressmark-bench-'));
  try {
    const [child, engineChild] = ['recognition/child.ts', 'recognition/engineChild.ts'].map((script) => {
      const outfile = join(folder, `${basename(script, '.ts')}.js`);
      buildSync({ entryPoints: [join(__dirname, script)], outfile, bundle: true, platform: 'node' });
      return outfile;
    });
    spawnSync(process.execPath, [child!, rounds], { cwd: root, stdio: 'inherit' });
    if (existsSync(corpus)) printEngines(engineChild!);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Figures {
  readonly releases: number;
  readonly bytes: number;
  readonly speed: number;
  readonly found: number;
}

/** What the engines find is another matter: see the gold tests. */
function printEngines(child: string): void {
  let own: Figures | undefined;
  for (const { name, peer } of engines) {
    if (peer !== undefined && !isInstalled(peer)) {
      console.log(`${name}: not installed: npm install --prefix bench`);
      continue;
    }
    const { stdout } = spawnSync(process.execPath, [child, name, corpus], { cwd: root, encoding: 'utf8' });
    const figures = JSON.parse(stdout) as Figures;
    if (own === undefined)
      console.log(`\n${figures.releases} of these releases, ${(figures.bytes / 1e6).toFixed(2)} MB:`);
    const ratio = own === undefined ? '' : `, Pressmark ${(own.speed / figures.speed).toFixed(1)} × as fast`;
    own ??= figures;
    console.log(
      `${name.padEnd(40)}${figures.speed.toFixed(2).padStart(8)} MB/s, ${figures.found} found${ratio}`,
    );
  }
}

main();
