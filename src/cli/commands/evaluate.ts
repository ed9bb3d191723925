import { resolve } from 'node:path';
import type { Command } from 'commander';
import { placeId } from '../../core/recognition/countries';
import { recognize } from '../../core/recognition/recognize';
import { addTallies, emptyTally, scoresOf, tally } from '../../core/recognition/score';
import type { Score } from '../../core/recognition/score';
import { parseRelease } from '../../core/release/parseRelease';
import { loadGazetteer } from '../gazetteer';
import type { GazetteerOptions } from '../gazetteer';
import { readGold } from '../goldFiles';
import type { GoldOptions } from '../goldFiles';
import { CommandError } from '../io';
import type { ExitCode, Io } from '../io';
import { action } from '../program';

interface Options extends GazetteerOptions, GoldOptions {
  readonly gold: string;
}

/** `pressmark evaluate`: how well mentions are recognised, against gold annotations. */
export function registerEvaluate(program: Command, io: Io): void {
  program
    .command('evaluate')
    .description(
      'precision, recall and F1 per type against gold annotations, strict spans, all mentions and flat ones',
    )
    .requiredOption(
      '--gold <path>',
      'folder of *.gold.yaml, *.annotations.yaml or gold.json files, or one of them',
    )
    .option('--texts <dir>', 'folder of the releases')
    .option('--set <name>', 'only this set of the gold: development or final')
    .option('--gazetteer <file...>', 'further gazetteers')
    .option('--no-builtin', 'do without the built-in gazetteer')
    .action(
      action(program, async (options: Options): Promise<ExitCode> => {
        const gazetteer = loadGazetteer(io, options);
        const typeOf = (entity: string): string | undefined => gazetteer.entities.get(entity)?.type;
        const { files, missing } = readGold(resolve(io.cwd, options.gold), { ...options, typeOf }, io.cwd);
        for (const file of missing) io.err(`${file}: the text is missing, left out`);
        if (files.length === 0) throw new CommandError(`${options.gold}: no gold whose text is at hand`);
        const wikidata = (entity: string): string | undefined => gazetteer.entities.get(entity)?.wikidata;
        const isNamed = (entity: string, id: string): boolean => {
          const known = gazetteer.entities.get(entity);
          return known !== undefined && [known.name, ...known.aliases].some((name) => placeId(name) === id);
        };
        const sum = files
          .map((gold) => {
            const release = parseRelease(gold.text, { fileName: gold.file });
            return tally(gold, recognize(release, gazetteer), wikidata, isNamed);
          })
          .reduce(addTallies, emptyTally);
        const all = scoresOf(sum.all);
        const flat = scoresOf(sum.flat);
        await io.out(JSON.stringify({ files: files.length, all, flat, links: sum.links }) + '\n');
        if (io.interactive) for (const line of table(all)) io.err(line);
        return 0;
      }),
    );
}

function table({ types, total }: ReturnType<typeof scoresOf>): string[] {
  const row = (name: string, score: Score): string =>
    [name.padEnd(14), ...[score.precision, score.recall, score.f1].map((ratio) => ratio.toFixed(3))].join(
      '  ',
    );
  return [
    'type            precision recall f1',
    ...Object.entries(types).map(([type, score]) => row(type, score)),
    row('total', total),
  ];
}
