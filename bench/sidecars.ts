import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse, parseDocument } from 'yaml';
import type { Annotation } from '../src/core/annotation/annotation';
import { mergeSidecars } from '../src/core/annotation/merge';
import { editSidecar, newSidecar, readSidecar } from '../src/core/annotation/sidecar';
import { applyEdits } from '../src/core/annotation/sidecarEdit';
import { nodeSidecarStore } from '../src/node/sidecarStore';

/** What reading and saving sidecars of 100, 1,000 and 10,000 annotations costs, beside YAML libraries, in one run: median ms. */
const sizes = (process.argv[2] ?? '100,1000,10000').split(',').map(Number);

function makeSidecar(count: number): string {
  const words =
    'both sides agreed to deepen “strategic” cooperation: trade, energy & culture – step by step'.split(' ');
  const quote = (i: number): string =>
    Array.from({ length: 12 }, (_, k) => words[(i * 7 + k * 3) % words.length]).join(' ');
  const annotations = Array.from({ length: count }, (_, i): Annotation => {
    const start = i * 80;
    return {
      id: `k${String(i).padStart(7, '0')}`,
      codes: i % 3 ? ['gratitude'] : ['solidarity', 'gratitude'],
      target: [
        {
          start,
          end: start + quote(i).length,
          quote: quote(i),
          prefix: 'fair international order.\n\n',
          suffix: '\n\nBoth sides expressed serious',
        },
      ],
      ...(i % 5 ? {} : { note: `Compare with passage ${i}: the wording of June.` }),
      author: i % 2 ? 'ana' : 'ben',
      created: '2026-11-21T17:00:00Z',
    };
  });
  return editSidecar(
    newSidecar('visit.txt', { length: count * 80, sha256: '9e'.repeat(32) }),
    annotations.map((annotation) => ({ kind: 'put', annotation })),
  );
}

async function median(work: () => unknown, budget = 3000): Promise<number> {
  const times: number[] = [];
  const started = performance.now();
  do {
    const before = performance.now();
    await work();
    times.push(performance.now() - before);
  } while (times.length < 3 || (times.length < 60 && performance.now() - started < budget));
  return times.sort((a, b) => a - b)[times.length >> 1] ?? NaN;
}

async function measure(count: number): Promise<Record<string, number>> {
  const folder = mkdtempSync(join(tmpdir(), 'pressmark-bench-'));
  const path = join(folder, 'visit.txt.annotations.yaml');
  const source = makeSidecar(count);
  const json = JSON.stringify(parse(source));
  writeFileSync(path, source);
  const held = readSidecar(source);
  const middle = held.sidecar!.annotations[count >> 1]!;
  let round = 0;
  const retagged = () => ({ kind: 'put' as const, annotation: { ...middle, note: `round ${round++}` } });
  const documentEdit = (): string => {
    const document = parseDocument(source);
    document.setIn(['annotations', count >> 1, 'note'], `round ${round++}`);
    return document.toString();
  };
  const store = nodeSidecarStore(join(folder, 'recovery'));
  await store.open(path, 'visit.txt');
  const ours = editSidecar(source, [retagged()]);
  const theirs = editSidecar(source, [{ kind: 'remove', id: held.sidecar!.annotations[0]!.id }]);
  // Not a dependency; there when something else brought it.
  const jsYaml = (await import('js-yaml' as string).catch(() => undefined)) as
    { load(text: string): unknown } | undefined;
  try {
    return {
      'read: JSON.parse': await median(() => JSON.parse(json)),
      'read: yaml': await median(() => parse(source)),
      ...(jsYaml ? { 'read: js-yaml': await median(() => jsYaml.load(source)) } : {}),
      'read: Pressmark (validated)': await median(() => readSidecar(source).problems),
      'change one: yaml Document, in memory': await median(documentEdit),
      'change one: yaml Document, and written': await median(() =>
        writeFileSync(join(folder, 'other.yaml'), documentEdit()),
      ),
      'change one: Pressmark from the source': await median(() => editSidecar(source, [retagged()])),
      'change one: Pressmark held, in memory': await median(() => applyEdits(held, [retagged()]).source),
      'change one: Pressmark, saved safely': await median(async () => {
        await store.edit(path, [retagged()]);
      }),
      'merge three versions': await median(() => mergeSidecars(source, ours, theirs)),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** How many lines differ after one note was changed. */
function changedLines(source: string): string {
  const { annotations } = readSidecar(source).sidecar!;
  const last = annotations.length - 1;
  const document = parseDocument(source);
  document.setIn(['annotations', last, 'note'], 'changed');
  const ours = editSidecar(source, [{ kind: 'put', annotation: { ...annotations[last]!, note: 'changed' } }]);
  const before = new Set(source.split('\n'));
  const differing = (after: string): number => after.split('\n').filter((line) => !before.has(line)).length;
  return `one note changed changes ${differing(ours)} line; through a yaml Document ${differing(document.toString())}`;
}

async function main(): Promise<void> {
  const columns: Record<string, number>[] = [];
  for (const size of sizes) columns.push(await measure(size));
  for (const size of sizes) console.log(`${size} annotations: ${changedLines(makeSidecar(size))}`);
  const row = (cells: readonly string[]): void => console.log(`| ${cells.join(' | ')} |`);
  row(['median ms', ...sizes.map(String)]);
  row(['---', ...sizes.map(() => '---')]);
  for (const name of Object.keys(columns[0] ?? {}))
    row([name, ...columns.map((column) => (column[name] ?? NaN).toFixed(1))]);
  const ratio = (a: string, b: string): void => {
    row([
      `${a} ÷ ${b}`,
      ...columns.map((column) => ((column[a] ?? NaN) / (column[b] ?? NaN)).toFixed(0) + ' ×'),
    ]);
  };
  ratio('read: yaml', 'read: Pressmark (validated)');
  ratio('change one: yaml Document, and written', 'change one: Pressmark, saved safely');
}

void main();
