import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { engines } from './engines';

/**
 * One engine on every eighth release, in a process of its own, again and again for ten seconds of CPU time (once at least): prints
 * the best round as JSON. Usage: engineChild NAME CORPUS, in the project's folder
 */
const [, , name, corpus] = process.argv;
const every = 8;
const enough = 10e6;

const read = engines.find((engine) => engine.name === name)!.make();
const texts = readdirSync(corpus!, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.txt'))
  .sort()
  .filter((_, i) => i % every === 0)
  .map((file) => readFileSync(join(corpus!, file), 'utf8'));
const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);

let best = Infinity;
let found = 0;
let spent = 0;
do {
  const start = process.cpuUsage();
  found = 0;
  for (const text of texts) found += read(text);
  const { user, system } = process.cpuUsage(start);
  spent += user + system;
  best = Math.min(best, user + system);
} while (spent < enough);
console.log(JSON.stringify({ releases: texts.length, bytes, speed: bytes / best, found }));
