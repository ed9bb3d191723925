import * as vscode from 'vscode';
import { editCodebook } from '../../core/annotation/codebookEdit';
import { renamesId, type IdKind } from '../../core/corpus/idPlaces';
import { editGazetteer, type GazetteerEdit } from '../../core/recognition/gazetteerEdit';
import { readGazetteer } from '../../core/recognition/gazetteerFile';
import { replacement } from '../../core/text/edit';
import type { AnnotatedReleases } from '../annotation/annotatedReleases';
import type { Corpora } from '../corpus/corpora';
import type { Corpus } from '../corpus/corpus';
import { underCursor } from '../navigation/underCursor';
import type { Releases } from '../release/releases';
import { releaseLanguage } from '../support/languages';
import { lineStarts, rangeIn } from '../support/lineIndex';
import { toRange } from '../support/ranges';
import { readText } from '../support/textFiles';
import { renameId } from './corpusYaml/rename';

interface Named {
  readonly corpus: Corpus;
  readonly kind: IdKind;
  readonly id: string;
  readonly name: string;
  readonly range: vscode.Range;
}

/**
 * F2 in a release renames what its words stand for, never the words: on a mention the entity in its gazetteer, in a tagged passage the
 * code in its codebook. Something in the form of an id gives it another id, here and in every sidecar; anything else another name
 * (the old one stays as an alias, so that what was recognised by it still is).
 */
export function registerReleaseRename(
  releases: Releases,
  annotations: AnnotatedReleases,
  corpora: Corpora,
): vscode.Disposable {
  const named = async (document: vscode.TextDocument, position: vscode.Position): Promise<Named> => {
    const found = await underCursor(document, position, releases, annotations);
    if (!found)
      throw new Error(vscode.l10n.t('Put the cursor on the name of an entity, or in a tagged passage.'));
    const { corpus } = found.read;
    const range = toRange(document, found.span);
    const entity = corpus.gazetteer.entities.get(found.mention?.entity ?? '');
    if (entity) return { corpus, kind: 'entity', id: entity.id, name: entity.name, range };
    const [id] = found.passage?.annotation.codes ?? [];
    if (id === undefined)
      throw new Error(vscode.l10n.t('No gazetteer lists this name yet. Add it as an entity first.'));
    const code = corpus.codes.get(id);
    if (!code) throw new Error(vscode.l10n.t('The code {0} is not in the codebook. Add it there first.', id));
    return { corpus, kind: 'code', id, name: code.name, range };
  };

  return vscode.languages.registerRenameProvider(
    { language: releaseLanguage },
    {
      async prepareRename(document, position) {
        const { name, range } = await named(document, position);
        return { range, placeholder: name };
      },
      async provideRenameEdits(document, position, newName, cancel) {
        const { corpus, kind, id, name } = await named(document, position);
        const to = newName.replace(/\s+/g, ' ').trim();
        if (to === '' || to === name || to === id) return new vscode.WorkspaceEdit();
        if (renamesId(kind, name, to)) return renameId(corpus, corpora, kind, id, to, cancel);
        return kind === 'entity' ? renameEntity(corpus, id, to) : renameCode(corpus, id, to);
      },
    },
  );
}

async function renameCode(corpus: Corpus, id: string, to: string): Promise<vscode.WorkspaceEdit> {
  const before = (await readText(corpus.codebookUri)) ?? '';
  const after = editCodebook(before, [{ kind: 'set', id, field: 'name', value: to }]);
  return rewriteEdit(corpus.codebookUri, before, after);
}

/** In the last gazetteer that has it, whose entry counts; a built-in one gets an entry of the corpus's own. */
async function renameEntity(corpus: Corpus, id: string, to: string): Promise<vscode.WorkspaceEdit> {
  const entity = corpus.gazetteer.entities.get(id)!;
  const edits: readonly GazetteerEdit[] = [
    { kind: 'unalias', id, aliases: [to] },
    { kind: 'set', id, field: 'name', value: to },
    { kind: 'alias', id, aliases: [entity.name] },
  ];
  for (const uri of [...corpus.gazetteerUris].reverse()) {
    const source = await readText(uri);
    const isHere = source !== undefined && readGazetteer(source).entities.some((other) => other.id === id);
    if (isHere) return rewriteEdit(uri, source, editGazetteer(source, edits));
  }
  const [first] = corpus.gazetteerUris;
  if (!first) throw new Error(vscode.l10n.t('This corpus has no gazetteer of its own.'));
  const source = await readText(first);
  const after = editGazetteer(source ?? '', [{ kind: 'add', entity }, ...edits]);
  if (source !== undefined) return rewriteEdit(first, source, after);
  const edit = new vscode.WorkspaceEdit();
  edit.createFile(first, { contents: new TextEncoder().encode(after), ignoreIfExists: true });
  return edit;
}

function rewriteEdit(uri: vscode.Uri, before: string, after: string): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  if (before === after) return edit;
  const { start, end, insertedLength } = replacement(before, after);
  const range = rangeIn(lineStarts(before), { start, end });
  edit.replace(uri, range, after.slice(start, start + insertedLength));
  return edit;
}
