import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { compileGazetteer } from '../../src/core/recognition/compileGazetteer';
import { followEdit } from '../../src/core/recognition/followEdit';
import { findNameSpans, seamsOf } from '../../src/core/recognition/names';
import { recognize } from '../../src/core/recognition/recognize';
import { tokenize } from '../../src/core/recognition/tokens';
import type { Entity } from '../../src/core/recognition/entity';
import { parseRelease } from '../../src/core/release/parseRelease';

/** Measures and prints. Usage: child ROUNDS, in the project's folder */
const corpus = resolve('../shared/corpus');
const entitiesFile = resolve('dist/gazetteer.json');
const rounds = Number(process.argv[2]);

function main(): void {
  if (!existsSync(corpus) || !existsSync(entitiesFile)) {
    console.log('bench/recognition: ../shared/corpus or dist/gazetteer.json is not here, nothing measured');
    return;
  }
  const { entities } = JSON.parse(readFileSync(entitiesFile, 'utf8')) as { entities: readonly Entity[] };
  const gazetteer = compileGazetteer(entities);
  const buffers = readdirSync(corpus, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => readFileSync(join(corpus, name)));
  const texts = buffers.map((buffer) => buffer.toString('utf8'));
  const bytes = buffers.reduce((sum, { length }) => sum + length, 0);
  const releases = texts.map((text) => parseRelease(text));
  const readable = releases.map(({ regions }) => regions.filter(({ type }) => type !== 'boilerplate'));
  const seams = releases.map(({ text }, i) => seamsOf(findNameSpans(text, readable[i]!, gazetteer)));
  const steps: readonly [string, () => void][] = [
    ['floor: every code unit once', () => texts.forEach(sumOf)],
    ['layout (parseRelease)', () => texts.forEach((text) => parseRelease(text))],
    [
      'names of the gazetteer (findNameSpans)',
      () => releases.forEach(({ text }, i) => findNameSpans(text, readable[i]!, gazetteer)),
    ],
    ['words (tokenize)', () => releases.forEach(({ text }, i) => tokenize(text, readable[i]!, seams[i]))],
    ['all of recognition (recognize)', () => releases.forEach((release) => recognize(release, gazetteer))],
    ['layout and recognition', () => texts.forEach((text) => recognize(parseRelease(text), gazetteer))],
  ];
  console.log(`${texts.length} releases, ${(bytes / 1e6).toFixed(1)} MB, ${entities.length} entities\n`);
  const times = steps.map(() => Infinity);
  for (let round = 0; round < rounds; round++)
    steps.forEach(([, run], i) => (times[i] = Math.min(times[i]!, cpuOf(run))));
  steps.forEach(([name], i) => {
    console.log(`${name.padEnd(40)}${(bytes / times[i]!).toFixed(1).padStart(8)} MB/s`);
  });
  // Of recognition, what neither finding names nor reading words takes: the rules, linking and putting together.
  const rest = times[4]! - times[2]! - times[3]!;
  console.log(
    `${'rules and linking (the difference)'.padEnd(40)}${(bytes / rest).toFixed(1).padStart(8)} MB/s`,
  );
  printKeystrokes(
    texts,
    (text) => {
      const release = parseRelease(text);
      return { release, mentions: recognize(release, gazetteer) };
    },
    (before, text) => followEdit(before, text, gazetteer),
  );
}

type Read = ReturnType<typeof followEdit>;

function printKeystrokes(
  texts: readonly string[],
  anew: (text: string) => Read,
  follow: (before: Read, text: string) => Read,
): void {
  let long = '';
  for (let i = 0; long.length < 1e6; i++) long += `${texts[i % texts.length]!}\n\n`;
  let read = anew(long);
  const whole = Math.min(...Array.from({ length: 5 }, () => cpuOf(() => anew(long))));
  const { regions } = read.release;
  const costs: number[] = [];
  for (let key = 0; key < 400; key++) {
    const { text } = read.release;
    const at = regions[(key * 7919) % regions.length]!.start + 3;
    const typed = `${text.slice(0, at)}${'abcde '[key % 6]!}${text.slice(at)}`;
    // Put together as an editor's text is, not as a chain of pieces.
    const flat = Buffer.from(typed, 'utf16le').toString('utf16le');
    costs.push(cpuOf(() => (read = follow(read, flat))) / 1000);
  }
  costs.sort((a, b) => a - b);
  const at = (share: number): string => costs[Math.floor(costs.length * share)]!.toFixed(1);
  console.log(
    `\nA keystroke in a release of ${(long.length / 1e6).toFixed(1)} million code units, ${read.mentions.length} mentions:`,
  );
  console.log(
    `CPU time: read anew ${(whole / 1000).toFixed(0)} ms; followed ${at(0.5)} ms (median), ${at(0.99)} ms (p99)`,
  );
  console.log(`ratio ${((1000 * costs[costs.length >> 1]!) / whole).toFixed(3)}`);
}

function sumOf(text: string): number {
  let sum = 0;
  for (let i = 0; i < text.length; i++) sum = (sum + text.charCodeAt(i)) | 0;
  return sum;
}

/** Microseconds of CPU time, all threads. */
function cpuOf(run: () => void): number {
  const start = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(start);
  return user + system;
}

main();
