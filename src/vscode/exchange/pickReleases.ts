import * as vscode from 'vscode';
import type { Tagging } from '../annotation/tagging';
import type { Corpora } from '../corpus/corpora';
import type { Corpus } from '../corpus/corpus';
import { releaseFiles } from '../corpus/corpusFiles';
import { isRelease } from '../support/languages';
import { madeAhead } from '../support/madeAhead';
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

/** Goes through `total` things, telling how far it is; undefined when the person cancelled that. */
export type Walk = <T>(total: number, walk: (step: () => void) => Promise<T>) => Promise<T | undefined>;

/** The releases of a scope, in the order of their paths; undefined when the walk over the files was cancelled. */
export async function releasesIn(
  scope: Scope,
  corpus: Corpus,
  here: vscode.Uri,
  corpora: Corpora,
  tagging: Tagging,
  walk: Walk,
): Promise<readonly ReleaseOfCorpus[] | undefined> {
  if (scope === 'release' || scope === 'selection') {
    const editor = scope === 'selection' ? tagging.editor() : undefined;
    const within = editor && { within: tagging.selectedSpans(editor) };
    return [{ uri: here, path: pathIn(corpus, here), ...within }];
  }
  const { path } = scope === 'folder' ? parentOf(here) : corpus.root;
  const isWithin = (uri: vscode.Uri): boolean => uri.path.startsWith(path.endsWith('/') ? path : `${path}/`);
  const files = (await releaseFiles(corpus, corpora)).filter(isWithin);
  return walk(files.length, async (step) => {
    const releases: ReleaseOfCorpus[] = [];
    const look = async (uri: vscode.Uri): Promise<ReleaseOfCorpus | undefined> => {
      const text = await readText(uri);
      const isOne = text !== undefined && (await isReleaseFile(uri, text, corpus));
      return isOne ? { uri, path: pathIn(corpus, uri) } : undefined;
    };
    for await (const release of madeAhead(files, look)) {
      if (release) releases.push(release);
      step();
    }
    return releases;
  });
}
