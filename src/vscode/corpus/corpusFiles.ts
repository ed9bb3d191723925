import * as vscode from 'vscode';
import { foldersOfCopies } from '../../core/corpus/fileNames';
import { sidecarPath, sidecarSuffix } from '../../core/corpus/project';
import type { Corpora } from './corpora';
import type { Corpus } from './corpus';

/** The files that may be releases of a corpus: what its globs match and no other corpus within it claims. */
export async function releaseFiles(
  corpus: Corpus,
  corpora: Corpora,
  cancel?: vscode.CancellationToken,
): Promise<readonly vscode.Uri[]> {
  const { releases } = corpus.project;
  const find = (glob: string): Thenable<vscode.Uri[]> =>
    vscode.workspace.findFiles(new vscode.RelativePattern(corpus.root, glob), undefined, undefined, cancel);
  const wanted = await Promise.all(releases.filter((glob) => !glob.startsWith('!')).map(find));
  const unwanted = await Promise.all(
    releases.filter((glob) => glob.startsWith('!')).map((glob) => find(glob.slice(1))),
  );
  const out = new Set(unwanted.flat().map((uri) => uri.toString()));
  const files = new Map(wanted.flat().map((uri) => [uri.toString(), uri]));
  const copies = foldersOfCopies.map((folder) => `${vscode.Uri.joinPath(corpus.root, folder).path}/`);
  const isCopy = ({ path }: vscode.Uri): boolean => copies.some((folder) => path.startsWith(folder));
  const kept = [...files].filter(
    ([key, uri]) => !out.has(key) && !uri.path.endsWith(sidecarSuffix) && !isCopy(uri),
  );
  return ofCorpus(
    kept.map(([, uri]) => uri),
    corpus,
    corpora,
  );
}

/** The sidecars that lie in a corpus. */
export async function sidecarFiles(
  corpus: Corpus,
  corpora: Corpora,
  cancel?: vscode.CancellationToken,
): Promise<readonly vscode.Uri[]> {
  const pattern = new vscode.RelativePattern(corpus.root, `**/*${sidecarSuffix}`);
  return ofCorpus(await vscode.workspace.findFiles(pattern, undefined, undefined, cancel), corpus, corpora);
}

/** Where the sidecar of a release lies, or would lie. */
export function sidecarUri(release: vscode.Uri, corpus: Corpus): vscode.Uri {
  const path = release.path.slice(corpus.root.path.length).replace(/^\//, '');
  return vscode.Uri.joinPath(corpus.root, sidecarPath(path, corpus.project));
}

async function ofCorpus(
  uris: readonly vscode.Uri[],
  corpus: Corpus,
  corpora: Corpora,
): Promise<readonly vscode.Uri[]> {
  const root = corpus.root.toString();
  const owners = await Promise.all(uris.map((uri) => corpora.rootOf(uri)));
  return uris.filter((_, i) => owners[i]!.toString() === root).sort((a, b) => (a.path < b.path ? -1 : 1));
}
