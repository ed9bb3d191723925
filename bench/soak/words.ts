import type { Random } from './random';

const pieces = ['talks', 'warm', 'Both sides', 'agreed', 'on', 'the 😀', 'visit,'];

/** Words as of a release, some of which end a line; `lineEnds` says how. */
export function randomWords(random: Random, count: number, lineEnds: readonly string[]): string {
  const all = [...pieces, ...lineEnds];
  return Array.from({ length: count }, () => random.of(all)).join(' ') + ' ';
}
