import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyseRelease } from '../../src/core/corpus/analyseRelease';
import type { CorpusIndex } from '../../src/core/corpus/corpusIndex';
import type { ListedFile } from '../../src/core/corpus/indexing/indexerHost';
import type { CompiledGazetteer } from '../../src/core/recognition/compileGazetteer';
import type { Row } from './figures';
import { percentile } from './figures';

const updates = 400;

/** One release after another is edited, recognised anew, put into the index and looked up there. */
export function timeUpdates(
  index: CorpusIndex,
  gazetteer: CompiledGazetteer,
  root: string,
  files: readonly ListedFile[],
): readonly Row[] {
  const recognising: number[] = [];
  const replacing: number[] = [];
  for (let i = 0; i < updates; i++) {
    const { path, stamp } = files[(i * 7919) % files.length]!;
    const text = `${readFileSync(join(root, path), 'utf8')}\nOne more line.\n`;
    const begun = performance.now();
    const facts = analyseRelease({ path, stamp, text }, gazetteer, false);
    const between = performance.now();
    index.replace(facts);
    index.view().release(path);
    replacing.push(performance.now() - between);
    recognising.push(between - begun);
    index.markStale([path]);
  }
  return [
    { what: 'one file: recognised, p50', value: percentile(recognising, 0.5), unit: 'ms' },
    { what: 'one file: recognised, p99', value: percentile(recognising, 0.99), unit: 'ms' },
    { what: 'one file: into the index, p50', value: percentile(replacing, 0.5), unit: 'ms' },
    { what: 'one file: into the index, p99', value: percentile(replacing, 0.99), unit: 'ms', goal: 5 },
  ];
}
