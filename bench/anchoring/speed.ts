import { anchorAnnotations } from '../../src/core/annotation/anchoring';
import type { Anchor } from '../../src/core/annotation/annotation';
import type { Random } from './random';
import { Tally } from './tally';
import { makeEvenTrial, type Trial } from './trial';
import { anchorAsUsual } from './usual';

/** Characters from one edit to the next. */
const densities = { light: 2000, heavy: 250 } as const;
const sizes = { '5 KB': 5_000, '100 KB': 100_000, '1 MB': 1_000_000 } as const;
const annotations = 1000;

/** Times 1,000 annotations in texts put together of releases, beside approximate search of a sample of them. */
export function measureSpeed(
  texts: readonly string[],
  random: Random,
): readonly Record<string, string | number>[] {
  const rows: Record<string, string | number>[] = [];
  for (const [size, length] of Object.entries(sizes)) {
    for (const [density, distance] of Object.entries(densities)) {
      const text = joined(texts, random, length);
      const trial = makeEvenTrial(text, texts, random, annotations, distance);
      const { before, after, annotations: all } = trial;
      const usual = timeOfUsual(trial, length);
      const methods = {
        'with the old text': () => anchorAnnotations(after, all, { previousText: before }),
        without: () => anchorAnnotations(after, all, { previousLength: [...before].length }),
      };
      for (const [method, anchor] of Object.entries(methods)) {
        const { ms, result } = fastest(anchor);
        rows.push({
          size,
          edits: density,
          method,
          ms: ms.toFixed(1),
          'usual ms': Math.round(usual).toLocaleString('en'),
          times: Math.round(usual / ms).toLocaleString('en'),
          ...shares(trial, result),
        });
      }
    }
  }
  return rows;
}

function joined(texts: readonly string[], random: Random, length: number): string {
  const parts: string[] = [];
  for (let sum = 0; sum < length;) {
    const text = random.pick(texts)!.slice(0, length - sum);
    parts.push(text);
    sum += text.length + 2;
  }
  return parts.join('\n\n');
}

function fastest(run: () => readonly Anchor[]): { ms: number; result: readonly Anchor[] } {
  let ms = Infinity;
  let result: readonly Anchor[] = [];
  for (let i = 0; i < 5; i++) {
    const began = performance.now();
    result = run();
    ms = Math.min(ms, performance.now() - began);
  }
  return { ms, result };
}

/** Approximate search takes long in long texts: there a sample is timed, and the time for all reckoned from it. */
function timeOfUsual({ after, annotations }: Trial, length: number): number {
  const sample = length > 500_000 ? 50 : annotations.length;
  const step = annotations.length / sample;
  const chosen = Array.from({ length: sample }, (_, i) => annotations[Math.floor((i + 0.5) * step)]!);
  const began = performance.now();
  anchorAsUsual(after, chosen);
  return (performance.now() - began) * step;
}

function shares(trial: Trial, anchors: readonly Anchor[]): Record<string, string | number> {
  const tally = new Tally('');
  tally.add(trial, anchors);
  const row = tally.row();
  return Object.fromEntries(
    ['untouched %', 'silently %', 'edited %', 'deleted', 'orphan %', 'WRONG SILENTLY'].map((name) => [
      name,
      row[name]!,
    ]),
  );
}
