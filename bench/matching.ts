import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { compare } from './matching/correctness';
import { engines } from './matching/engines';
import { isInstalled } from './peers';
import { generate, hasGenerator, readAliases, readTexts, sizes } from './matching/workload';

/**
 * How fast all names of a gazetteer are found, beside automata from npm (`npm install --prefix bench`) in the same run, each in a process of
 * its own: MB of UTF-8 a second of CPU time, best of seven rounds; build time; memory of the built index. The peers read texts folded
 * beforehand, at no charge. Usage: tsx bench/matching.ts [--files N (1000)]
 */
function main(): void {
  if (!hasGenerator()) {
    console.log('bench/matching: ../shared/bench/generate-corpus.mjs is not here, nothing measured');
    return;
  }
  const files = Number(process.argv[process.argv.indexOf('--files') + 1 || Infinity] ?? 1000);
  const folder = generate(files);
  const scripts = mkdtempSync(join(tmpdir(), 'pressmark-bench-'));
  try {
    const child = join(scripts, 'child.js');
    const entry = join(__dirname, 'matching/child.ts');
    buildSync({
      entryPoints: [entry],
      outfile: child,
      bundle: true,
      platform: 'node',
      define: { __dirname: JSON.stringify(join(__dirname, 'matching')) },
    });
    const { bytes } = readTexts(folder);
    console.log(`${files} texts, ${(bytes / 1e6).toFixed(1)} MB; aliases: ${sizes.join(' / ')}\n`);
    printSpeeds(child, folder);
    printAgreement(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
    rmSync(scripts, { recursive: true, force: true });
  }
}

interface Figures {
  readonly speed: number;
  readonly build: number;
  readonly memory: number;
  readonly hits: number;
}

function printSpeeds(child: string, folder: string): void {
  console.log(row(['', 'MB/s', 'build ms', 'memory MB', 'hits']));
  const best = sizes.map(() => 0);
  const own = sizes.map(() => 0);
  for (const { name, peer } of engines) {
    if (peer !== undefined && !isInstalled(peer)) {
      console.log(row([name, 'not installed: npm install --prefix bench']));
      continue;
    }
    const figures = sizes.map((size) => measure(child, name, size, folder));
    figures.forEach((figure, i) => {
      if (peer !== undefined) best[i] = Math.max(best[i]!, figure?.speed ?? 0);
      if (name.startsWith('Pressmark: all')) own[i] = figure?.speed ?? 0;
    });
    const cells = (key: keyof Figures): string =>
      figures.map((figure) => (figure ? figure[key].toFixed(0) : '–')).join(' / ');
    console.log(row([name, cells('speed'), cells('build'), cells('memory'), cells('hits')]));
  }
  if (best.every((speed) => speed > 0))
    console.log(
      `\nPressmark against the best peer: ${own.map((speed, i) => `${(speed / best[i]!).toFixed(1)} ×`).join(' / ')}`,
    );
}

/** The figures of one engine at one size; nothing where it runs out of memory or takes more than two minutes. */
function measure(child: string, name: string, size: number, folder: string): Figures | undefined {
  const { stdout, status } = spawnSync(
    process.execPath,
    ['--expose-gc', '--max-old-space-size=3000', child, name, String(size), folder],
    { encoding: 'utf8', timeout: 120_000 },
  );
  return status === 0 ? (JSON.parse(stdout) as Figures) : undefined;
}

function printAgreement(folder: string): void {
  const texts = readTexts(folder).texts.slice(0, 60);
  console.log('\nWhole-word occurrences of the aliases in 60 folded texts, found in the texts as they are:');
  for (const size of [50, 5000]) {
    const { expected, found, beyond } = compare(texts, readAliases(folder, size));
    const share = ((100 * found) / expected).toFixed(2);
    console.log(`${size} aliases: ${found} of ${expected} (${share} %), ${beyond} beyond`);
  }
}

function row(cells: readonly string[]): string {
  return cells
    .map((cell, i) => cell.padEnd([44, 20, 26, 22][i] ?? 0))
    .join('')
    .trimEnd();
}

main();
