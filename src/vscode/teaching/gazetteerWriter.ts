import * as vscode from 'vscode';
import type { Entity } from '../../core/recognition/entity';
import {
  changeGazetteer,
  redoGazetteerChange,
  undoGazetteerChange,
  type GazetteerChange,
} from '../../core/recognition/gazetteerChange';
import type { GazetteerEdit } from '../../core/recognition/gazetteerEdit';
import { readGazetteer } from '../../core/recognition/gazetteerFile';
import type { UndoStep } from '../annotation/undoStep';
import type { Corpus } from '../corpus/corpus';
import type { Rewrite } from '../corpus/rewriteFiles';
import { rewriteFiles } from '../corpus/rewriteFiles';
import { fileName, readText } from '../support/textFiles';

/** What a person teaches a corpus: new entities, and further names of those it knows. */
export interface Lesson {
  readonly added: readonly Entity[];
  readonly aliases: readonly { readonly entity: string; readonly alias: string }[];
}

/**
 * Writes a lesson into the corpus's gazetteers as one step, and gives what takes it back. New entities go into the first
 * gazetteer, which is begun where it is missing. A further name goes to the file whose entry counts: the last that has the entity;
 * a built-in one gets an entry of the corpus's own with everything known of it, since entries override as a whole.
 * Undefined when nothing was written, which the person was told; throws where a file can't be read.
 */
export async function teachGazetteer(
  corpus: Corpus,
  lesson: Lesson,
  label: string,
): Promise<UndoStep | undefined> {
  const [first] = corpus.gazetteerUris;
  if (!first) {
    const message = vscode.l10n.t(
      'This corpus has no gazetteer of its own. Write “gazetteers: [entities.yaml]” into pressmark.yaml.',
    );
    void vscode.window.showWarningMessage(message);
    return undefined;
  }
  const files = await gazetteerFiles(corpus);
  const edits = editsFor(lesson, corpus, files);
  const taught: TaughtFile[] = [];
  const rewrites: Rewrite[] = [];
  for (const [index, { uri, source }] of files.entries()) {
    const { after, change } = changeGazetteer(source ?? '', edits[index]!);
    if (after === (source ?? '')) continue;
    taught.push({ uri, change, isNew: source === undefined });
    rewrites.push({ uri, before: source ?? '', after, ...(source === undefined ? { isNew: true } : {}) });
  }
  if (!(await rewriteFiles(rewrites, { label, preview: false }))) {
    const names = rewrites.map(({ uri }) => fileName(uri)).join(', ');
    void vscode.window.showWarningMessage(vscode.l10n.t('{0} can’t be written to.', names));
    return undefined;
  }
  return {
    undo: () => rewriteAgain(taught, undoGazetteerChange, label),
    redo: () => rewriteAgain(taught, redoGazetteerChange, label),
  };
}

/** The edits of each file. */
function editsFor(
  lesson: Lesson,
  corpus: Corpus,
  files: readonly GazetteerSource[],
): readonly (readonly GazetteerEdit[])[] {
  const edits = files.map((): GazetteerEdit[] => []);
  const toFirst = edits[0]!;
  for (const entity of lesson.added) toFirst.push({ kind: 'add', entity });
  for (const { entity: id, alias } of lesson.aliases) {
    const index = files.findLastIndex(({ ids }) => ids.has(id));
    const entity = corpus.gazetteer.entities.get(id);
    if (index < 0 && entity) toFirst.push({ kind: 'add', entity });
    (edits[index] ?? toFirst).push({ kind: 'alias', id, aliases: [alias] });
  }
  return edits;
}

interface TaughtFile {
  readonly uri: vscode.Uri;
  readonly change: GazetteerChange;
  /** Made for the lesson; it goes when nothing else is in it. */
  readonly isNew: boolean;
}

/** Takes a lesson back, or gives it again, whatever else has come into the files since. */
async function rewriteAgain(
  taught: readonly TaughtFile[],
  rewrite: (source: string, change: GazetteerChange) => string,
  label: string,
): Promise<void> {
  const rewrites: Rewrite[] = [];
  for (const { uri, change, isNew } of taught) {
    const source = await readText(uri);
    const before = source ?? '';
    const after = rewrite(before, change);
    if (isNew && after === '' && source !== undefined) await deleteFile(uri);
    else rewrites.push({ uri, before, after, ...(source === undefined ? { isNew: true } : {}) });
  }
  await rewriteFiles(rewrites, { label, preview: false });
}

async function deleteFile(uri: vscode.Uri): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.deleteFile(uri, { ignoreIfNotExists: true });
  await vscode.workspace.applyEdit(edit);
}

interface GazetteerSource {
  readonly uri: vscode.Uri;
  /** Absent where there is no such file. */
  readonly source: string | undefined;
  readonly ids: ReadonlySet<string>;
}

async function gazetteerFiles(corpus: Corpus): Promise<readonly GazetteerSource[]> {
  return Promise.all(
    corpus.gazetteerUris.map(async (uri) => {
      const source = await readText(uri);
      const entities = source === undefined ? [] : readGazetteer(source).entities;
      return { uri, source, ids: new Set(entities.map(({ id }) => id)) };
    }),
  );
}

/** What a lesson is written to, for people. */
export function gazetteerName(corpus: Corpus): string {
  const [first] = corpus.gazetteerUris;
  return first ? fileName(first) : '';
}
