import * as vscode from 'vscode';
import type { Tagging } from '../annotation/tagging';
import type { Corpora } from '../corpus/corpora';
import type { Corpus } from '../corpus/corpus';
import { releaseFiles } from '../corpus/corpusFiles';
import { isRelease } from '../support/languages';
import { fileName, openDocument, parentOf, readText } from '../support/textFiles';
import type { ReleaseOfCorpus } from './exportOfCorpus';
import { pathIn } from './exportOfCorpus';
import { isReleaseFile } from '../corpus/isReleaseFile';

export const scopes = ['corpus', 'folder', 'release', 'selection'] as const;
export type Scope = (typeof scopes)[number];

/** Asks which releases; `here` is the release that is worked on, or a file of the corpus. */
export async function pickScope(
  corpus: Corpus,
  here: vscode.Uri,
  tagging: Tagging,
): Promise<Scope | undefined> {
  const folder = parentOf(here);
  const isInFolder = folder.toString() !== corpus.root.toString();
  const document = openDocument(here);
  const editor = tagging.editor();
  const isSelected =
    editor?.document.uri.toString() === here.toString() && tagging.selectedSpans(editor).length > 0;
  const item = (
    scope: Scope,
    label: string,
    description: string,
  ): vscode.QuickPickItem & { scope: Scope } => ({
    ...{ scope, label, description },
  });
  const picked = await vscode.window.showQuickPick(
    [
      item('corpus', vscode.l10n.t('The whole corpus'), fileName(corpus.root)),
      ...(isInFolder ? [item('folder', vscode.l10n.t('This folder'), pathIn(corpus, folder))] : []),
      ...(document && isRelease(document)
        ? [item('release', vscode.l10n.t('This release'), fileName(here))]
        : []),
      ...(isSelected ? [item('selection', vscode.l10n.t('The selection'), fileName(here))] : []),
    ],
    { title: vscode.l10n.t('Export Which Releases?') },
  );
  return picked?.scope;
}

/** The releases of a scope, in the order of their paths. */
export async function releasesIn(
  scope: Scope,
  corpus: Corpus,
  here: vscode.Uri,
  corpora: Corpora,
  tagging: Tagging,
): Promise<readonly ReleaseOfCorpus[]> {
  if (scope === 'release' || scope === 'selection') {
    const editor = scope === 'selection' ? tagging.editor() : undefined;
    const within = editor && { within: tagging.selectedSpans(editor) };
    return [{ uri: here, path: pathIn(corpus, here), ...within }];
  }
  const within = (scope === 'folder' ? parentOf(here) : corpus.root).path;
  const releases: ReleaseOfCorpus[] = [];
  for (const uri of await releaseFiles(corpus, corpora)) {
    const isWithin = uri.path.startsWith(within.endsWith('/') ? within : `${within}/`);
    const text = isWithin ? await readText(uri) : undefined;
    if (text !== undefined && (await isReleaseFile(uri, text, corpus)))
      releases.push({ uri, path: pathIn(corpus, uri) });
  }
  return releases;
}
