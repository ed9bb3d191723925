import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { flattenCodes } from '../../core/annotation/codebook';
import { readCodebook } from '../../core/annotation/codebookFile';
import { passagesOf } from '../../core/corpus/questions/passagesOf';
import type { PassageFact } from '../../core/corpus/facts';
import { offsetsIn } from '../../core/text/offsets';
import type { OffsetUnit } from '../../core/text/offsets';
import type { CorpusOptions, IndexedCorpus } from '../indexedCorpus';
import { openCorpus, withCorpusOptions } from '../indexedCorpus';
import type { ExitCode, Io } from '../io';
import { action } from '../program';
import { offsetUnit, quoted } from '../releaseInput';

interface Options extends CorpusOptions {
  readonly offsets: OffsetUnit;
}

/** `pressmark codes`: what is tagged with what, one JSON line a code: those of the codebook in its order, then others. */
export function registerCodes(program: Command, io: Io): void {
  const command = program
    .command('codes')
    .description('what is tagged with what: one JSON line a code')
    .argument('[dir]', 'the corpus, or a folder of it', '.')
    .option('--offsets <unit>', 'codepoints, utf16 or bytes', offsetUnit, 'codepoints');
  withCorpusOptions(command).action(
    action(program, async (folder: string, options: Options): Promise<ExitCode> => {
      const corpus = await openCorpus(io, folder, options);
      const names = codeNames(corpus);
      const used = [...corpus.view.codes()].map(({ code }) => code).sort();
      for (const code of new Set([...names.keys(), ...used])) {
        const passages = passagesWith(corpus, code, options.offsets);
        const name = names.get(code);
        const line = {
          code,
          ...(name === undefined ? { inCodebook: false } : { name }),
          count: passages.length,
          releases: new Set(passages.map(({ file }) => file)).size,
          passages,
        };
        if (name !== undefined || passages.length > 0) await io.out(JSON.stringify(line) + '\n');
      }
      return 0;
    }),
  );
}

function codeNames({ root, project }: IndexedCorpus): ReadonlyMap<string, string> {
  const file = join(root, project.codebook);
  const codebook = existsSync(file) ? readCodebook(readFileSync(file, 'utf8')).codebook : undefined;
  return new Map(codebook === undefined ? [] : flattenCodes(codebook).map(({ id, name }) => [id, name]));
}

interface Passage {
  readonly file: string;
}

function passagesWith(corpus: IndexedCorpus, code: string, unit: OffsetUnit): readonly Passage[] {
  const found: Passage[] = [];
  for (const { release, passages } of passagesOf(corpus.view, code)) {
    if (!corpus.isWanted(release.path)) continue;
    const text = corpus.textOf(release.path);
    const offsets = offsetsIn(unit, text);
    for (const passage of passages)
      found.push({ file: release.path, ...said(passage, text, (held) => offsets.toStored(held)) });
  }
  return found;
}

function said(passage: PassageFact, text: string, toStored: (held: number) => number): object {
  const { id, state, spans, author } = passage;
  return {
    annotation: id,
    state,
    spans: spans.map(({ start, end }) => ({
      start: toStored(start),
      end: toStored(end),
      text: quoted(text, start, end),
    })),
    ...(author === undefined ? {} : { author }),
  };
}
