import * as vscode from 'vscode';
import type { Entity } from '../../core/recognition/entity';
import { editGazetteer, type GazetteerEdit } from '../../core/recognition/gazetteerEdit';
import { readGazetteer } from '../../core/recognition/gazetteerFile';
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
 * Writes a lesson into the corpus's gazetteers as one step that the editor's undo takes back. New entities go into the first
 * gazetteer, which is begun where it is missing. A further name goes to the file whose entry counts: the last that has the entity;
 * a built-in one gets an entry of the corpus's own with everything known of it, since entries override as a whole.
 * True when it was written; throws where a file can't be read.
 */
export async function teachGazetteer(corpus: Corpus, lesson: Lesson, label: string): Promise<boolean> {
  const [first] = corpus.gazetteerUris;
  if (!first) {
    const message = vscode.l10n.t(
      'This corpus has no gazetteer of its own. Write “gazetteers: [entities.yaml]” into pressmark.yaml.',
    );
    void vscode.window.showWarningMessage(message);
    return false;
  }
  const files = await gazetteerFiles(corpus);
  const edits = new Map<string, GazetteerEdit[]>(files.map(({ uri }) => [uri.toString(), []]));
  const toFirst = edits.get(first.toString())!;
  for (const entity of lesson.added) toFirst.push({ kind: 'add', entity });
  for (const { entity: id, alias } of lesson.aliases) {
    const file = files.findLast(({ ids }) => ids.has(id));
    const entity = corpus.gazetteer.entities.get(id);
    if (!file && entity) toFirst.push({ kind: 'add', entity });
    (file ? edits.get(file.uri.toString())! : toFirst).push({ kind: 'alias', id, aliases: [alias] });
  }
  const rewrites = files.map(({ uri, source }): Rewrite => {
    const after = editGazetteer(source ?? '', edits.get(uri.toString())!);
    return { uri, before: source ?? '', after, ...(source === undefined ? { isNew: true } : {}) };
  });
  return rewriteFiles(
    rewrites.filter(({ before, after }) => before !== after),
    { label, preview: false },
  );
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
