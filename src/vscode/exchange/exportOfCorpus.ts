import type * as vscode from 'vscode';
import { anchorAnnotations } from '../../core/annotation/anchoring';
import { readSidecar } from '../../core/annotation/sidecar';
import type { ExportCorpus, ExportDocument } from '../../core/formats/exportModel';
import type { ExportSelection } from '../../core/formats/selection';
import { toExportDocument } from '../../core/formats/toExportDocument';
import { recognize } from '../../core/recognition/recognize';
import { parseRelease } from '../../core/release/parseRelease';
import type { Corpus } from '../corpus/corpus';
import { sidecarUri } from '../corpus/corpusFiles';
import { fileName, readText } from '../support/textFiles';

/** A release with its sidecar, as they stand in the editor or on disk. */
export interface ReleaseOfCorpus {
  readonly uri: vscode.Uri;
  /** Relative to the corpus root, with `/`. */
  readonly path: string;
}

export function pathIn(corpus: Corpus, uri: vscode.Uri): string {
  return uri.path.slice(corpus.root.path.length).replace(/^\//, '');
}

/** The releases as they are exported. Each walk reads them anew, so that no more than one is held. */
export function exportOfCorpus(
  corpus: Corpus,
  releases: readonly ReleaseOfCorpus[],
  selection: ExportSelection,
): ExportCorpus {
  return {
    name: fileName(corpus.root),
    codebook: corpus.codebook ?? { codes: [] },
    entities: corpus.gazetteer.entities,
    documents: { [Symbol.asyncIterator]: () => documentsOf(corpus, releases, selection) },
  };
}

async function* documentsOf(
  corpus: Corpus,
  releases: readonly ReleaseOfCorpus[],
  selection: ExportSelection,
): AsyncGenerator<ExportDocument> {
  for (const { uri, path } of releases) {
    const text = await readText(uri);
    if (text === undefined) continue;
    const source = await readText(sidecarUri(uri, corpus));
    const annotations = source === undefined ? [] : (readSidecar(source).sidecar?.annotations ?? []);
    const release = parseRelease(text, { fileName: fileName(uri) });
    const mentions = selection.what.has('mentions') ? recognize(release, corpus.gazetteer) : [];
    const anchors = anchorAnnotations(text, annotations);
    yield toExportDocument(
      { path, release, annotations, anchors, mentions },
      corpus.gazetteer.entities,
      selection,
    );
  }
}
