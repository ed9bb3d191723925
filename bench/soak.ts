import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { anchorAnnotations } from '../src/core/annotation/anchoring';
import { fingerprint } from '../src/core/annotation/fingerprint';
import { LiveAnnotations } from '../src/core/annotation/liveAnnotations';
import type { SidecarEdit } from '../src/core/annotation/sidecarEdit';
import type { SidecarStore } from '../src/core/annotation/sidecarStore';
import { nodeSidecarStore } from '../src/node/sidecarStore';
import { randomFrom } from './soak/random';
import { randomWords } from './soak/words';

/**
 * Works on one release at random, as a person would, for minutes: types, deletes, tags, notes, deletes annotations, undoes
 * and redoes, saves, renames the files, closes and opens them again. A model, a list of annotations with their places, is
 * kept beside it, and compared with the program after every step, and with the files at every opening.
 *
 *   npx tsx bench/soak.ts [MINUTES] [SEED]
 */
const minutes = Number(process.argv[2] ?? 10);
const seed = Number(process.argv[3] ?? Date.now() % 100_000);
const random = randomFrom(seed);
const now = '2026-01-01T00:00:00Z';

interface Known {
  start: number;
  end: number;
  codes: readonly string[];
  note?: string;
}

const folder = mkdtempSync(join(tmpdir(), 'pressmark-soak-'));
const model = new Map<string, Known>();
const counts = new Map<string, number>();
let [name, text, files, made] = ['release-0.txt', words(200), 0, 0];
let live = new LiveAnnotations(text);
let store: SidecarStore;

const path = (): string => join(folder, name);
const sidecar = (): string => `${path()}.annotations.yaml`;

function words(count: number): string {
  return randomWords(random, count, ['peace.\r\n', 'trade.\n']);
}

async function write(edits: readonly SidecarEdit[] | undefined): Promise<void> {
  if (edits && edits.length > 0) await store.edit(sidecar(), edits);
}

function type(start: number, end: number, inserted: string): void {
  text = text.slice(0, start) + inserted + text.slice(end);
  live.edited([{ start, end, insertedLength: inserted.length }], text);
  const by = inserted.length - (end - start);
  for (const known of model.values()) {
    if (known.start >= end) known.start += by;
    if (known.end > start) known.end += by;
  }
}

/** Whether a place is no border of a character or of a passage, whose following would be a matter of taste. */
function isClear(at: number): boolean {
  if (at > text.length || /[\ud800-\udfff\r\n]/.test(text.slice(Math.max(0, at - 1), at + 1))) return false;
  return [...model.values()].every(({ start, end }) => at !== start && at !== end);
}

/** A stretch of one to `most` units between two such places. */
function stretch(most: number): readonly [number, number] | undefined {
  const start = random.below(text.length);
  const end = start + 1 + random.below(most);
  return isClear(start) && isClear(end) ? [start, end] : undefined;
}

/** Each returns `false` where there was nothing to do. */
const steps: Readonly<Record<string, () => boolean | Promise<boolean>>> = {
  type: () => {
    const at = random.below(text.length);
    if (!isClear(at)) return false;
    type(at, at, random.of(['x', 'and so ', 'é ', '😀', 'new\n']));
    return true;
  },
  delete: () => {
    const [start, end] = stretch(40) ?? [0, 0];
    const isPlain = [...model.values()].every(
      (known) => end < known.start || start > known.end || (known.start < start && end < known.end),
    );
    if (start === end || !isPlain) return false;
    type(start, end, '');
    return true;
  },
  tag: async () => {
    const [start, end] = stretch(150) ?? [0, 0];
    if (start === end || model.size > 60 || /^\s|\s$/.test(text.slice(start, end))) return false;
    const id = `s${(made++).toString(36).padStart(7, '0')}`;
    const codes = [random.of(['stance', 'gratitude', 'threat'])];
    model.set(id, { start, end, codes });
    await write(live.create([{ id, codes, spans: [{ start, end }] }], now));
    return true;
  },
  change: async () => {
    if (model.size === 0) return false;
    const id = random.of([...model.keys()]);
    const changed = random.below(2)
      ? { note: words(3) }
      : { codes: ['stance', random.of(['praise', 'trade'])] };
    model.set(id, { ...model.get(id)!, ...changed });
    await write(live.change([id], (annotation) => ({ ...annotation, ...changed }), now));
    return true;
  },
  remove: async () => {
    if (model.size < 20) return false;
    const id = random.of([...model.keys()]);
    model.delete(id);
    await write(live.remove([id]));
    return true;
  },
  'undo and redo': async () => {
    if (!live.canUndo) return false;
    await write(live.undo());
    await write(live.redo());
    return true;
  },
  save,
  rename: async () => {
    await save();
    const before = [path(), sidecar()];
    name = `release-${++files}.txt`;
    renameSync(before[0]!, path());
    if (made > 0) renameSync(before[1]!, sidecar());
    await open();
    return true;
  },
  reload: async () => {
    await save();
    await open();
    return true;
  },
};

async function save(): Promise<boolean> {
  writeFileSync(path(), text);
  await write(live.saved());
  return true;
}

/** As after a start of the program: everything comes from the files. */
async function open(): Promise<void> {
  store = nodeSidecarStore(join(folder, '.recovery'));
  text = readFileSync(path(), 'utf8');
  live = new LiveAnnotations(text);
  const { file } = await store.open(sidecar(), name, fingerprint(text));
  assert.deepEqual(file.problems, []);
  const annotations = file.sidecar?.annotations ?? [];
  assert.equal(annotations.length, model.size, 'in the file');
  live.load(annotations, anchorAnnotations(text, annotations));
}

function compare(): void {
  const passages = live.passages;
  assert.equal(passages.length, model.size);
  for (const { annotation, spans, state } of passages) {
    const known = model.get(annotation.id);
    assert.ok(known, annotation.id);
    assert.deepEqual(
      { state, spans, codes: annotation.codes, note: annotation.note },
      {
        state: 'exact',
        spans: [{ start: known.start, end: known.end }],
        codes: known.codes,
        note: known.note,
      },
    );
  }
}

async function main(): Promise<void> {
  console.log(`seed ${seed}, ${minutes} minutes`);
  writeFileSync(path(), text);
  await open();
  const often = [
    'type',
    'type',
    'type',
    'type',
    'delete',
    'delete',
    'tag',
    'tag',
    'change',
    'remove',
    'undo and redo',
  ];
  const all = [...often, ...often, 'save', 'save', 'rename', 'reload'];
  for (const end = Date.now() + minutes * 60_000; Date.now() < end;) {
    const step = random.of(all);
    const done = await steps[step]!();
    compare();
    if (done) counts.set(step, (counts.get(step) ?? 0) + 1);
  }
  const sum = [...counts.values()].reduce((a, b) => a + b, 0);
  console.log(`${sum} steps, ${made} annotations made, ${model.size} at the end; nothing differed`);
  console.log([...counts].map(([step, count]) => `${step} ${count}`).join(', '));
  rmSync(folder, { recursive: true });
}

void main().catch((error: unknown) => {
  console.error(`after ${[...counts.values()].reduce((a, b) => a + b, 0)} steps, seed ${seed}:`, error);
  process.exitCode = 1;
});
