import { fork, type ChildProcess } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Mutant } from './mutation/mutants';
import type { Said, Work } from './mutation/worker';

/**
 * Mutation testing: says small things wrongly in the code on which offsets, anchoring and merging rest, one at a time, and
 * counts how many of them the tests of that code notice.
 *
 *   npx tsx bench/mutation.ts [AREA] [EVERY]     offsets, anchoring or merge; every EVERYth mutant, all without it
 *
 * Properties are tried at most a hundred times, with one seed, so that the score is rather too low than too high.
 */
const annotation = 'src/core/annotation';
const test = (name: string): string => `test/core/${name}.test.ts`;
const areas: Readonly<Record<string, Pick<Work, 'files' | 'tests'>>> = {
  offsets: { files: ['src/core/text/offsets.ts'], tests: [test('text/offsets')] },
  anchoring: {
    files: [
      `${annotation}/anchoring.ts`,
      `${annotation}/selector.ts`,
      ...readdirSync(join(__dirname, '..', annotation, 'anchoring')).map(
        (name) => `${annotation}/anchoring/${name}`,
      ),
    ],
    tests: [
      'anchoring',
      'anchoringDecisions',
      'anchoringParts',
      'selector',
      'anchoringAccuracy',
      'anchoringProperties',
    ].map((name) => test(`annotation/${name}`)),
  },
  merge: {
    files: ['merge', 'mergeItem', 'mergeMarkers'].map((name) => `${annotation}/${name}.ts`),
    tests: ['merge', 'mergeDecisions'].map((name) => test(`annotation/${name}`)),
  },
};

class Worker {
  private child: ChildProcess | undefined;
  constructor(private readonly work: Work) {}

  /** @returns the mutants that it knows */
  async start(): Promise<readonly Mutant[]> {
    this.child = fork(join(__dirname, 'mutation', 'worker.ts'), [JSON.stringify(this.work)], {
      execArgv: ['--require', 'tsx/cjs'],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    const said = await this.answer(Infinity);
    if (!said || !('mutants' in said)) throw new Error('The tests could not be loaded.');
    return said.mutants;
  }

  /** @returns how many tests failed; undefined when they did not end */
  async test(id: number | null, withinMs: number): Promise<number | undefined> {
    this.child!.send(id as never);
    const said = await this.answer(withinMs);
    if (said && 'failures' in said) return said.failures;
    this.stop();
    await this.start();
    return undefined;
  }

  stop(): void {
    this.child?.kill('SIGKILL');
  }

  private answer(withinMs: number): Promise<Said | undefined> {
    const child = this.child!;
    return new Promise((resolve) => {
      const end = (said?: Said): void => {
        clearTimeout(timer);
        child.removeAllListeners();
        resolve(said);
      };
      const timer = Number.isFinite(withinMs) ? setTimeout(() => end(), withinMs) : undefined;
      child.once('message', (said) => end(said as Said)).once('exit', () => end());
    });
  }
}

async function measure(area: string, every: number): Promise<void> {
  const worker = new Worker({ ...areas[area]!, runs: 100 });
  const mutants = await worker.start();
  const start = Date.now();
  if ((await worker.test(null, 600_000)) !== 0) throw new Error(`The tests of ${area} fail by themselves.`);
  const patience = 20_000 + 10 * (Date.now() - start);

  const tried = mutants.filter(({ id }) => id % every === 0);
  let [noticed, endless] = [0, 0];
  for (const { id, file, line, before, after } of tried) {
    const failures = await worker.test(id, patience);
    if (failures === undefined) endless++;
    else if (failures > 0) noticed++;
    else console.log(`  not noticed: ${file}:${line}  ${oneLine(before)}  →  ${oneLine(after)}`);
  }
  worker.stop();
  const score = ((100 * (noticed + endless)) / tried.length).toFixed(1);
  console.log(
    `${area}: ${score} % of ${tried.length} noticed (${noticed} by a failure, ${endless} by no end), of ${mutants.length} in all`,
  );
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').slice(0, 100);

async function main(): Promise<void> {
  const [, , only, every = '1'] = process.argv;
  for (const area of only === undefined ? Object.keys(areas) : [only]) await measure(area, Number(every));
}

void main();
