import { anchorAnnotations } from '../src/core/annotation/anchoring';
import { type Half, hasCorpus, readCorpus } from './anchoring/corpus';
import { printTable } from './anchoring/print';
import { Random } from './anchoring/random';
import { measureSpeed } from './anchoring/speed';
import { Tally } from './anchoring/tally';
import { makeTrial } from './anchoring/trial';
import { anchorAsUsual } from './anchoring/usual';

/**
 * How well annotations find their passages again after realistic edits, beside what other annotators do. Prints tables.
 * Usage: tsx bench/anchoring.ts [--final] [--releases N] [--show KIND]
 */
function main(): void {
  if (!hasCorpus()) {
    console.log('bench/anchoring: ../shared/corpus is not here, nothing measured');
    return;
  }
  const argument = (name: string): string | undefined =>
    process.argv[process.argv.indexOf(name) + 1 || Infinity];
  const half: Half = process.argv.includes('--final') ? 'final' : 'development';
  const texts = readCorpus(half, 600);
  const releases = Number(argument('--releases') ?? 300);
  const show = argument('--show');
  console.log(`${releases} of ${texts.length} releases (${half} half)\n`);
  for (const share of [0.05, 0.2, 0.5]) {
    console.log(`${share * 100} % changed`);
    const random = new Random(Math.round(share * 1000) + (half === 'final' ? 7 : 0));
    const tallies = ['with the old text', 'without', 'usual'].map((name) => new Tally(name));
    for (let n = 0; n < releases; n++) {
      const release = texts[n % texts.length]!;
      const count = random.pick([1, 3, 12, 40])!;
      const trial = makeTrial(release, texts, random, count, share);
      const { before, after, annotations } = trial;
      tallies[0]!.add(trial, anchorAnnotations(after, annotations, { previousText: before }), show);
      tallies[1]!.add(
        trial,
        anchorAnnotations(after, annotations, { previousLength: [...before].length }),
        show,
      );
      tallies[2]!.add(
        trial,
        anchorAsUsual(after, annotations).map((span, i) => ({
          id: annotations[i]!.id,
          state: span ? 'moved' : 'orphan',
          spans: span ? [span] : [],
        })),
      );
    }

    printTable(tallies.map((tally) => tally.row()));
  }
  console.log('1,000 annotations (light: one edit per 2,000 characters; heavy: one per 250)');
  printTable(measureSpeed(texts, new Random(5)));
}

main();
