// Export of the whole of ../shared/corpus with all mentions, format by format: time, peak memory, throughput.
// Each format runs in a process of its own. `npx tsx bench/formats.ts [FORMAT…]`
import { fork } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { openCorpusFolder } from '../src/cli/exchange/corpusFolder';
import { exportOfFolder } from '../src/cli/exchange/exportFolder';
import { TargetFolder } from '../src/cli/exchange/targetFolder';
import { Spool, documentsIn } from '../src/cli/exchange/spool';
import type { Io } from '../src/cli/io';
import { exportCorpus } from '../src/core/formats/exportCorpus';
import type { ExportCorpus, ExportDocument } from '../src/core/formats/exportModel';
import { formatById, formats } from '../src/core/formats/registry';
import { defaultSelection } from '../src/core/formats/selection';
import { surveyCorpus } from '../src/core/formats/survey';

const corpus = resolve(__dirname, '../../shared/corpus');
const childMark = '--child';
/** A row without a format: the prepared documents read, and nothing done with them. */
const baseline = '(reading)';

interface Result {
  readonly id: string;
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly peakMegabytes: number;
  readonly inMegabytes: number;
  readonly outMegabytes: number;
  readonly mentions: number;
}

const io: Io = {
  cwd: corpus,
  out: () => Promise.resolve(),
  err: () => undefined,
  stdin: () => process.stdin,
  interactive: false,
};

/** Reads, recognises and anchors the corpus once, as `pressmark export` does, into a spool. */
async function prepare(): Promise<Spool> {
  const began = performance.now();
  const folder = openCorpusFolder(io, ['.'], {});
  const what = new Set(['codes', 'entities', 'mentions'] as const);
  const spool = new Spool(exportOfFolder(folder, { ...defaultSelection, what }).documents);
  let releases = 0;
  for await (const { path } of spool) if (path !== '') releases++;
  console.log(
    `${releases} releases read and recognised in ${((performance.now() - began) / 1000).toFixed(1)} s`,
  );
  return spool;
}

/** One export from the spool: the walk that surveys, then those that write. */
async function measure(id: string, spoolFile: string): Promise<Result> {
  const { codebook, gazetteer } = openCorpusFolder(io, ['.'], {});
  const documents = { [Symbol.asyncIterator]: () => documentsIn(spoolFile) };
  const source: ExportCorpus = { name: 'corpus', codebook, entities: gazetteer.entities, documents };
  const output = mkdtempSync(join(tmpdir(), 'pressmark-bench-'));
  const cpuBefore = process.cpuUsage();
  const began = performance.now();
  let bytes = 0;
  let mentions = 0;
  let outBytes = 0;
  const count = ({ text, annotations }: ExportDocument): void => {
    bytes += Buffer.byteLength(text);
    mentions += annotations.length;
  };
  try {
    const format = formatById(id);
    if (format === undefined) for await (const document of documents) count(document);
    else {
      const survey = await surveyCorpus(format, source, count);
      const target = new TargetFolder(join(output, 'out'), () => false);
      const options = { unit: format.units[0] ?? 'codepoints' } as const;
      for await (const chunk of exportCorpus(format, source, survey, options)) target.write(chunk);
      target.finish();
      outBytes = target.bytes;
    }
  } finally {
    rmSync(output, { recursive: true, force: true });
  }
  const { user, system } = process.cpuUsage(cpuBefore);
  return {
    id,
    seconds: (performance.now() - began) / 1000,
    cpuSeconds: (user + system) / 1e6,
    peakMegabytes: process.resourceUsage().maxRSS / 1024,
    inMegabytes: bytes / 1e6,
    outMegabytes: outBytes / 1e6,
    mentions,
  };
}

function inChild(id: string, spoolFile: string): Promise<Result> {
  return new Promise((done, failed) => {
    const child = fork(__filename, [childMark, id, spoolFile]);
    child.once('message', (result) => done(result as Result));
    child.once('exit', (code) => code !== 0 && failed(new Error(`${id}: the child ended with ${code}`)));
  });
}

async function main(): Promise<void> {
  const args = process.argv.slice(2);
  if (args[0] === childMark) {
    process.send!(await measure(args[1]!, args[2]!));
    return;
  }
  if (!existsSync(corpus)) {
    console.log('skipped: ../shared/corpus is not here');
    return;
  }
  const chosen = args.length > 0 ? args : [baseline, ...formats.map(({ id }) => id)];
  const spool = await prepare();
  console.log(
    '| format | seconds | CPU s | MB/s in | MB out | peak MB | mentions |\n|---|--:|--:|--:|--:|--:|--:|',
  );
  try {
    for (const id of chosen) {
      const result = await inChild(id, spool.file);
      const { seconds, cpuSeconds, peakMegabytes, inMegabytes, outMegabytes, mentions } = result;
      const rate = (inMegabytes / seconds).toFixed(1);
      const cells = [id, seconds.toFixed(1), cpuSeconds.toFixed(1), rate, outMegabytes.toFixed(1)];
      console.log(`| ${[...cells, peakMegabytes.toFixed(0), mentions].join(' | ')} |`);
    }
  } finally {
    spool.remove();
  }
}

void main();
