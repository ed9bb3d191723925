import type { Command } from 'commander';
import { concordance } from '../../core/corpus/concordance';
import type { MentionFact } from '../../core/corpus/facts';
import { findSubjects } from '../../core/corpus/findSubjects';
import { mentionsOf } from '../../core/corpus/questions/mentionsOf';
import type { SubjectKey } from '../../core/corpus/subject';
import { readSubject } from '../../core/corpus/subject';
import { offsetsIn } from '../../core/text/offsets';
import type { OffsetUnit } from '../../core/text/offsets';
import type { CorpusOptions, IndexedCorpus } from '../indexedCorpus';
import { openCorpus, withCorpusOptions } from '../indexedCorpus';
import { CommandError } from '../io';
import type { ExitCode, Io } from '../io';
import { action } from '../program';
import { offsetUnit, quoted } from '../releaseInput';

interface Options extends CorpusOptions {
  readonly offsets: OffsetUnit;
  readonly context?: number;
}

/** `pressmark find`: every mention of an entity in a corpus, one JSON line a file. */
export function registerFind(program: Command, io: Io): void {
  const command = program
    .command('find')
    .description('every mention of an entity in a corpus: one JSON line a file')
    .argument('<entity>', 'id, name or alias; also a name that no gazetteer lists')
    .argument('[dir]', 'the corpus, or a folder of it', '.')
    .option('--offsets <unit>', 'codepoints, utf16 or bytes', offsetUnit, 'codepoints')
    .option('--context <characters>', 'tell as much of the text before and after', contextWidth);
  withCorpusOptions(command).action(
    action(program, async (wanted: string, folder: string, options: Options): Promise<ExitCode> => {
      const corpus = await openCorpus(io, folder, options);
      const subjects = findSubjects(wanted, corpus.entities, corpus.view);
      if (subjects.length === 0)
        throw new CommandError(`${wanted}: neither an entity of a gazetteer nor a name in the corpus`);
      if (subjects.length > 1) io.err(`${wanted} names several: ${subjects.join(', ')}`);
      for (const subject of subjects) await writeMentions(io, corpus, subject, options);
      return 0;
    }),
  );
}

async function writeMentions(
  io: Io,
  corpus: IndexedCorpus,
  subject: SubjectKey,
  options: Options,
): Promise<void> {
  const read = readSubject(subject);
  const named = read.listed ? { entity: subject } : { name: read.name, type: read.type };
  for (const { release, mentions } of mentionsOf(corpus.view, subject)) {
    if (!corpus.isWanted(release.path)) continue;
    const text = corpus.textOf(release.path);
    const offsets = offsetsIn(options.offsets, text);
    const line = {
      file: release.path,
      ...(release.date === undefined ? {} : { date: release.date }),
      ...named,
      mentions: mentions.map((mention) => ({
        start: offsets.toStored(mention.start),
        end: offsets.toStored(mention.end),
        ...said(mention, text, options.context),
      })),
    };
    await io.out(JSON.stringify(line) + '\n');
  }
}

function said(mention: MentionFact, text: string, context: number | undefined): object {
  const { start, end, type, nested, form, holder, certain, reason } = mention;
  const line = context === undefined ? undefined : concordance(text, mention, context);
  return {
    text: quoted(text, start, end),
    ...(line && { before: line.before, after: line.after }),
    type,
    nested,
    ...(form === undefined ? {} : { form }),
    ...(holder === undefined ? {} : { holder }),
    ...(reason === 'person' ? { decided: true } : {}),
    certain,
  };
}

function contextWidth(value: string): number {
  const width = Number(value);
  if (!Number.isInteger(width) || width < 0) throw new CommandError(`--context ${value}: give a number`);
  return width;
}
