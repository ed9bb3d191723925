import { engines } from './engines';
import { fold, readAliases, readTexts } from './workload';

/** One engine at one size, in a process of its own: prints its figures as JSON. Usage: child ENGINE SIZE FOLDER */
const [, , name, size, folder] = process.argv;
const kind = engines.find((engine) => engine.name === name)!;
const { texts, bytes } = readTexts(folder!);
// Copies: parts of the file's text would keep all of it in memory until an engine looks at them.
const aliases = JSON.parse(JSON.stringify(readAliases(folder!, Number(size)))) as readonly string[];
const read = kind.tolerant ? texts : texts.map(fold);
const collect = (globalThis as { gc?: () => void }).gc ?? ((): void => undefined);
const used = (): number => {
  for (let times = 0; times < 3; times++) collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
};

/** Holds something in memory up to here: a list that went while an engine was built would be counted off the engine's memory. */
function keep(held: readonly unknown[]): void {
  if (held.length !== Number(size)) console.error(`${held.length} aliases instead of ${size}`);
}

const memoryBefore = used();
const buildStart = process.cpuUsage();
const engine = kind.make(aliases);
const build = process.cpuUsage(buildStart);
const memory = used() - memoryBefore;
keep(aliases);

let best = Infinity;
let hits = 0;
for (let round = 0; round < 7; round++) {
  const start = process.cpuUsage();
  hits = 0;
  for (const text of read) hits += engine.run(text);
  const { user, system } = process.cpuUsage(start);
  best = Math.min(best, user + system);
}
console.log(
  JSON.stringify({
    speed: bytes / best,
    build: (build.user + build.system) / 1000,
    memory: memory / 1e6,
    hits,
  }),
);
