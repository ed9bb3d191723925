import * as vscode from 'vscode';
import type { IdKind } from '../../../core/corpus/idPlaces';
import { idFault } from '../../../core/corpus/idPlaces';
import type { Corpora } from '../../corpus/corpora';
import type { Corpus } from '../../corpus/corpus';
import type { FilePlaces } from '../../corpus/corpusIds';
import { definitionsOf, pointedId, usesOf } from '../../corpus/corpusIds';
import { corpusYaml } from '../../corpus/fileKind';
import { lineStarts, rangeIn } from '../../support/lineIndex';
import { toRange } from '../../support/ranges';
import { fileName } from '../../support/textFiles';

/**
 * Renames the id of a code or entity wherever it stands: in the codebook or the gazetteers, and in every sidecar of the corpus. One
 * edit, undone as one; the editor's own "preview" of a rename shows all of it. None of it asks for confirmation: the editor leaves
 * what does unticked, and a rename of half a corpus would lose annotations their code.
 */
export function registerIdRename(corpora: Corpora): vscode.Disposable {
  return vscode.languages.registerRenameProvider(corpusYaml, {
    async prepareRename(document, position) {
      const pointed = await pointedId(document, position, corpora);
      if (!pointed) return undefined;
      const { kind, id, span } = pointed.place;
      if (!(await isDefined(pointed.corpus, kind, id))) throw new Error(cannotRename(id));
      return { range: toRange(document, span), placeholder: id };
    },

    async provideRenameEdits(document, position, newName, cancel) {
      const pointed = await pointedId(document, position, corpora);
      if (!pointed) return undefined;
      const { corpus, place } = pointed;
      const to = newName.trim();
      if (to === place.id) return new vscode.WorkspaceEdit();
      checkName(corpus, place.kind, to);
      return renameEdit(corpus, corpora, place.kind, place.id, to, cancel);
    },
  });
}

/** The same for an id by itself. Throws, to be shown beside the new name, where it can't be renamed so. */
export async function renameId(
  corpus: Corpus,
  corpora: Corpora,
  kind: IdKind,
  id: string,
  to: string,
  cancel: vscode.CancellationToken,
): Promise<vscode.WorkspaceEdit> {
  if (!(await isDefined(corpus, kind, id))) throw new Error(cannotRename(id));
  checkName(corpus, kind, to);
  return renameEdit(corpus, corpora, kind, id, to, cancel);
}

/** One edit that gives an id another name in all files of the corpus. Files that can't be read are told of and left out. */
export async function renameEdit(
  corpus: Corpus,
  corpora: Corpora,
  kind: IdKind,
  id: string,
  to: string,
  cancel?: vscode.CancellationToken,
): Promise<vscode.WorkspaceEdit> {
  const edit = new vscode.WorkspaceEdit();
  for (const file of await definitionsOf(corpus, kind, id)) replaceIn(edit, file, to);
  const metadata: vscode.WorkspaceEditEntryMetadata = {
    needsConfirmation: false,
    label: vscode.l10n.t('Sidecars'),
    description: vscode.l10n.t('{0} becomes {1}', id, to),
    iconPath: new vscode.ThemeIcon('tag'),
  };
  const unreadable: vscode.Uri[] = [];
  for await (const file of usesOf(corpus, corpora, kind, id, cancel)) {
    if (file.isUnreadable) unreadable.push(file.uri);
    else replaceIn(edit, file, to, metadata);
  }
  if (unreadable.length > 0) {
    void vscode.window.showWarningMessage(
      vscode.l10n.t(
        'These sidecars can’t be read and keep the old id {0}: {1}',
        id,
        unreadable.map(fileName).join(', '),
      ),
    );
  }
  return edit;
}

function replaceIn(
  edit: vscode.WorkspaceEdit,
  { uri, source, places }: FilePlaces,
  to: string,
  metadata?: vscode.WorkspaceEditEntryMetadata,
): void {
  const starts = lineStarts(source);
  for (const { span } of places) edit.replace(uri, rangeIn(starts, span), to, metadata);
}

async function isDefined(corpus: Corpus, kind: IdKind, id: string): Promise<boolean> {
  if (kind === 'code') return true;
  const files = await definitionsOf(corpus, kind, id);
  const isOurs = files.some(({ places }) => places.some(({ role }) => role === 'definition'));
  return isOurs || !corpus.gazetteer.entities.has(id);
}

function cannotRename(id: string): string {
  return vscode.l10n.t(
    '{0} comes with Pressmark. Define an entity with an id of your own in a gazetteer of the corpus.',
    id,
  );
}

/** Throws what VS Code shows beside the new name. */
function checkName(corpus: Corpus, kind: IdKind, to: string): void {
  switch (idFault(kind, to)) {
    case 'code-id':
      throw new Error(
        vscode.l10n.t(
          'The id of a code is a letter, then letters, digits, “-”, “_” and “.”, without spaces.',
        ),
      );
    case 'entity-id':
      throw new Error(vscode.l10n.t('The id of an entity has a–z, 0–9 and “-”: sergey-lavrov.'));
  }
  const isTaken = kind === 'code' ? corpus.codes.has(to) : corpus.gazetteer.entities.has(to);
  if (isTaken) throw new Error(vscode.l10n.t('{0} is taken already. Choose another id.', to));
}
