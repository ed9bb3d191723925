import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { parse } from 'yaml';
import type { PressmarkApi } from '../../src/vscode/api';
import { markConsole } from '../../test/host/support/markedConsole';
import { openRelease, pressmark, until, uriOf, write } from '../../test/host/support/pressmark';
import { resultMark } from '../../test/host/support/reporter';
import { randomFrom } from './random';
import { randomWords } from './words';

declare const SOAK: { readonly minutes: number; readonly seed: number };

/**
 * What bench/soakEditor.ts runs in the extension host: works on a release at random through VS Code's own commands, as a person
 * and the programs beside VS Code would. A model, a list of passages with their places, is kept beside it and compared after
 * every step with what Pressmark answers, and at every save with the sidecar on disk.
 */
const random = randomFrom(SOAK.seed);
const codes = ['stance', 'gratitude', 'threat'];

interface Known {
  /** In UTF-16 units of the document. */
  start: number;
  end: number;
  codes: string[];
}

let api: PressmarkApi;
let editor: vscode.TextEditor;
let [path, files, made] = ['soak/2024-05-03-talks-0.txt', 0, 0];
let model: Known[] = [];
let changedOutside = false;
let ids = new Set<string>();
const counts = new Map<string, number>();

const document = (): vscode.TextDocument => editor.document;
const text = (): string => document().getText();
const command = vscode.commands.executeCommand;

const words = (count: number): string => randomWords(random, count, ['peace.\n', 'trade.\n\n']);
const firstText = `Delegations Meet in Vladivostok\n\nVladivostok, May 3 (TASS) -- ${words(150)}\nThe guests left. -0-\n`;

/** Whether a place is no border of a passage, whose following would be a matter of taste, and within no character. */
function isClear(at: number): boolean {
  const around = text().slice(Math.max(0, at - 1), at + 1);
  return !/[\ud800-\udfff\r\n]/.test(around) && model.every(({ start, end }) => at !== start && at !== end);
}

/** Moves the model as an edit does the text. */
function shift(start: number, end: number, insertedLength: number): void {
  const by = insertedLength - (end - start);
  for (const known of model) {
    if (known.start >= end) known.start += by;
    if (known.end > start) known.end += by;
  }
}

async function edit(start: number, end: number, inserted: string): Promise<void> {
  const range = new vscode.Range(document().positionAt(start), document().positionAt(end));
  shift(start, end, inserted.length);
  assert.ok(await editor.edit((builder) => builder.replace(range, inserted)));
}

/** A stretch of words that begins and ends clear of borders. */
function stretch(most: number): readonly [number, number] | undefined {
  const start = 70 + random.below(text().length - 90);
  const end = start + 1 + random.below(most);
  const within = text().slice(start, end);
  if (end > text().length - 20 || /^\s|\s$/.test(within)) return undefined;
  return isClear(start) && isClear(end) ? [start, end] : undefined;
}

function selectPlace(start: number, end: number): void {
  editor.selection = new vscode.Selection(document().positionAt(start), document().positionAt(end));
}

const isAlone = (one: Known): boolean =>
  model.every((other) => other === one || other.end <= one.start || other.start >= one.end);

/** A passage that no other one touches, so that a command on it can mean no other. */
function alone(): Known | undefined {
  const all = model.filter(isAlone);
  return all.length > 0 ? random.of(all) : undefined;
}

async function save(): Promise<boolean> {
  // The sidecar follows what changed elsewhere when something is saved, not when somebody looks.
  if (changedOutside) while (!(await steps['type']!())) continue;
  changedOutside = false;
  // VS Code refuses now and then where the file was just changed from outside.
  await until('the release to be saved', async () => document().save());
  let stored: readonly string[] = [];
  await until(
    () => `the sidecar:\n${difference(model.map(asLine), stored).join('\n')}`,
    () => {
      stored = ids.size > 0 ? storedPassages() : [];
      return sameList(stored, model.map(asLine));
    },
  );
  return true;
}

/** `quote [codes]` of each annotation on disk; its offsets are checked against its quote. */
function storedPassages(): readonly string[] {
  const file = uriOf(`${path}.annotations.yaml`).fsPath;
  const points = [...readFileSync(uriOf(path).fsPath, 'utf8').replace(/\r\n?/g, '\n')];
  const { annotations } = parse(readFileSync(file, 'utf8')) as {
    annotations: readonly { codes: string[]; target: { start: number; end: number; quote: string }[] }[];
  };
  return annotations.map(({ codes: stored, target }) => {
    for (const { start, end, quote } of target)
      if (points.slice(start, end).join('') !== quote)
        return `the quote “${quote}” is not at ${start}–${end}`;
    return `${target[0]!.start}: ${target[0]!.quote} [${[...stored].sort().join()}]`;
  });
}

function asLine({ start, end, codes: known }: Known): string {
  const [before, quote] = [text().slice(0, start), text().slice(start, end)];
  return `${[...before].length}: ${quote} [${[...known].sort().join()}]`;
}

const sameList = (a: readonly string[], b: readonly string[]): boolean =>
  JSON.stringify([...a].sort()) === JSON.stringify([...b].sort());

/** Each returns `false` where there was nothing to do. */
const steps: Readonly<Record<string, () => Promise<boolean>>> = {
  type: async () => {
    const at = random.below(text().length);
    if (!isClear(at)) return false;
    await edit(at, at, random.of(['x', 'and so ', 'é ', '😀', 'new\n']));
    return true;
  },
  'type at several places': async () => {
    const places = [0, 1, 2].map(() => random.below(text().length)).filter(isClear);
    const ordered = [...new Set(places)].sort((a, b) => b - a);
    const positions = ordered.map((at) => document().positionAt(at));
    assert.ok(
      await editor.edit((builder) => positions.forEach((position) => builder.insert(position, 'of '))),
    );
    ordered.forEach((at) => shift(at, at, 3));
    return true;
  },
  delete: async () => {
    const [start, end] = stretch(40) ?? [0, 0];
    const isPlain = model.every(
      (known) => end < known.start || start > known.end || (known.start < start && end < known.end),
    );
    if (start === end || !isPlain) return false;
    await edit(start, end, '');
    return true;
  },
  'delete over passages, and undo': async () => {
    const places = structuredClone(model);
    const start = 70 + random.below(text().length - 90);
    const before = text();
    await edit(start, Math.min(start + 200, before.length - 20), '');
    await command('undo');
    await until('the text to be back', () => text() === before);
    model = places;
    return true;
  },
  'edit, undo, redo': async () => {
    const places = structuredClone(model);
    if (!(await steps['type']!())) return false;
    const after = text();
    const moved = structuredClone(model);
    await command('undo');
    model = places;
    await compare();
    await command('redo');
    await until('the text to be as typed', () => text() === after);
    model = moved;
    return true;
  },
  tag: async () => {
    const [start, end] = stretch(150) ?? [0, 0];
    if (start === end || model.length > 60) return false;
    const code = random.of(codes);
    selectPlace(start, end);
    await command('pressmark.tagWithCode', code);
    model.push({ start, end, codes: [code] });
    made++;
    return true;
  },
  'one more code': async () => {
    if (model.length === 0) return false;
    const known = random.of(model);
    const code = random.of(codes.filter((one) => !known.codes.includes(one)));
    if (code === undefined) return false;
    selectPlace(known.start, known.end);
    await command('pressmark.tagWithCode', code);
    known.codes.push(code);
    return true;
  },
  remove: async () => {
    const known = model.length > 15 ? alone() : undefined;
    if (!known) return false;
    selectPlace(known.start, known.end);
    await command('pressmark.deleteAnnotation');
    model.splice(model.indexOf(known), 1);
    return true;
  },
  'remove, undo, redo, undo': async () => {
    const known = alone();
    if (!known) return false;
    const at = model.indexOf(known);
    selectPlace(known.start, known.end);
    await command('pressmark.deleteAnnotation');
    for (const next of ['pressmark.undo', 'pressmark.redo', 'pressmark.undo']) {
      await command(next);
      model = model.filter((one) => one !== known);
      if (next === 'pressmark.undo') model.splice(at, 0, known);
      await compare();
    }
    return true;
  },
  save,
  revert: async () => {
    await save();
    const places = structuredClone(model);
    const before = text();
    for (let i = 0; i < 3; i++) await steps['type']!();
    await command('workbench.action.files.revert');
    await until('the text to be as saved', () => text() === before);
    model = places;
    return true;
  },
  rename: async () => {
    await save();
    const old = uriOf(path);
    path = `soak/2024-05-03-talks-${++files}.txt`;
    const change = new vscode.WorkspaceEdit();
    change.renameFile(old, uriOf(path));
    assert.ok(await vscode.workspace.applyEdit(change));
    editor = await openRelease(path);
    return true;
  },
  reopen: async () => {
    await save();
    await command('workbench.action.closeAllEditors');
    editor = await openRelease(path);
    return true;
  },
  'a paragraph comes from outside': async () => {
    await save();
    const before = readFileSync(uriOf(path).fsPath, 'utf8');
    const after = before.replace('\n\n', `\n\nCorrected on ${random.of(['May 4', 'May 5', 'May 6'])}.\n\n`);
    writeFileSync(uriOf(path).fsPath, after);
    await until('the text from outside', () => text() === after);
    const at = before.indexOf('\n\n') + 2;
    shift(at, at, after.length - before.length);
    changedOutside = true;
    return true;
  },
  'a code is changed from outside': async () => {
    await save();
    const lone = model.filter(({ codes: [one, two] }) => one === 'stance' && two === undefined);
    if (lone.length === 0) return false;
    const file = uriOf(`${path}.annotations.yaml`).fsPath;
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll('codes: [stance]\n', 'codes: [gratitude]\n'));
    for (const known of lone) known.codes = ['gratitude'];
    return true;
  },
};

/** Waits until Pressmark says what the model does. No annotation may get another id, and no id may come that was not made. */
async function compare(): Promise<void> {
  let said: readonly string[] = [];
  const expected = (): readonly string[] => model.map((known) => `exact ${asLine(known)}`);
  const found = await until(
    () => `the model:\n${difference(expected(), said).join('\n')}`,
    async () => {
      const answer = await api.annotations(document());
      said = (answer ?? []).map(({ annotation, state, ranges }) => {
        const [start, end] = [ranges[0]?.start, ranges[0]?.end].map((at) =>
          at ? document().offsetAt(at) : 0,
        );
        const stands = state === 'moved' ? 'exact' : state;
        return `${stands} ${asLine({ start: start!, end: end!, codes: [...annotation.codes] })}`;
      });
      return sameList(said, expected()) && answer;
    },
  );
  const now = new Set(found.map(({ annotation }) => annotation.id));
  assert.equal(now.size, model.length, 'one id for each passage');
  ids = new Set([...ids, ...now]);
  assert.ok(ids.size <= made, `${ids.size} ids were seen and ${made} passages made`);
}

const difference = (expected: readonly string[], said: readonly string[]): readonly string[] => [
  ...expected.filter((line) => !said.includes(line)).map((line) => `- ${line}`),
  ...said.filter((line) => !expected.includes(line)).map((line) => `+ ${line}`),
];

export async function runSoak(): Promise<void> {
  await write('soak/pressmark.yaml', 'version: 1\n');
  const codebook = codes.map((code) => `  - id: ${code}\n    name: ${code}\n`).join('');
  await write('soak/codebook.yaml', `version: 1\ncodes:\n${codebook}`);
  await write(path, firstText);
  api = await pressmark();
  editor = await openRelease(path);
  const often = ['type', 'type', 'type', 'delete', 'tag', 'tag', 'one more code', 'remove'];
  const all = [...often, ...often, ...Object.keys(steps)];
  let last = '';
  const latest: string[] = [];
  try {
    for (const end = Date.now() + SOAK.minutes * 60_000; Date.now() < end;) {
      last = random.of(all);
      latest.push(last);
      const done = await steps[last]!();
      await compare();
      if (done) counts.set(last, (counts.get(last) ?? 0) + 1);
    }
    await save();
  } finally {
    const sum = [...counts.values()].reduce((a, b) => a + b, 0);
    console.log(`seed ${SOAK.seed}: ${sum} steps, ${made} passages tagged, ${model.length} at the end`);
    console.log([...counts].map(([step, count]) => `${step} ${count}`).join(', '));
    console.log(`the last were: ${latest.slice(-6).join(', ')}`);
  }
}

export async function run(): Promise<void> {
  markConsole();
  const failed = await runSoak().then(
    () => 0,
    (error: unknown) => {
      console.log(error instanceof Error ? (error.stack ?? error.message) : String(error));
      return 1;
    },
  );
  console.log(`${resultMark} ${JSON.stringify({ passed: 1 - failed, failed, skipped: 0 })}`);
}
