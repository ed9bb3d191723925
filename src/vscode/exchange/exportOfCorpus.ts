import type * as vscode from 'vscode';
import type { ExportCorpus, ExportDocument } from '../../core/formats/exportModel';
import type { ExportSelection } from '../../core/formats/selection';
import { toExportDocument } from '../../core/formats/toExportDocument';
import type { Unheld } from '../../core/formats/unheld';
import { recognize } from '../../core/recognition/recognize';
import { parseRelease } from '../../core/release/parseRelease';
import type { Span } from '../../core/text/span';
import { overlaps } from '../../core/text/span';
import type { AnnotatedReleases } from '../annotation/annotatedReleases';
import type { Corpus } from '../corpus/corpus';
import { madeAhead } from '../support/madeAhead';
import { fileName } from '../support/textFiles';
import type { CurrentRelease } from './currentRelease';
import { currentRelease } from './currentRelease';

/** A release to be exported. */
export interface ReleaseOfCorpus {
  readonly uri: vscode.Uri;
  /** Relative to the corpus root, with `/`. */
  readonly path: string;
  /** Only what touches one of these spans of its text (UTF-16); absent: everything. */
  readonly within?: readonly Span[];
}

export function pathIn(corpus: Corpus, uri: vscode.Uri): string {
  return uri.path.slice(corpus.root.path.length).replace(/^\//, '');
}

/** The releases as they are exported. Each walk reads them anew, so that no more than one is held. */
export function exportOfCorpus(
  corpus: Corpus,
  releases: readonly ReleaseOfCorpus[],
  selection: ExportSelection,
  open: AnnotatedReleases,
  unheld: readonly Unheld[],
): ExportCorpus {
  return {
    name: fileName(corpus.root),
    codebook: corpus.codebook ?? { codes: [] },
    entities: corpus.gazetteer.entities,
    unheld,
    documents: { [Symbol.asyncIterator]: () => documentsOf(corpus, releases, selection, open) },
  };
}

async function* documentsOf(
  corpus: Corpus,
  releases: readonly ReleaseOfCorpus[],
  selection: ExportSelection,
  open: AnnotatedReleases,
): AsyncGenerator<ExportDocument> {
  const read = async (release: ReleaseOfCorpus): Promise<[ReleaseOfCorpus, CurrentRelease | undefined]> => [
    release,
    await currentRelease(release.uri, corpus, open),
  ];
  for await (const [{ uri, path, within }, now] of madeAhead(releases, read)) {
    if (!now) continue;
    const release = parseRelease(now.text, { fileName: fileName(uri) });
    const found = selection.what.has('mentions') ? recognize(release, corpus.gazetteer) : [];
    const touches = (spans: readonly Span[]): boolean =>
      within === undefined || spans.some((span) => within.some((wanted) => overlaps(span, wanted)));
    const kept = now.anchors.map(({ spans }) => touches(spans));
    yield toExportDocument(
      {
        ...{ path, release },
        ...(now.unheld && { unheld: now.unheld }),
        annotations: now.annotations.filter((_, i) => kept[i]),
        anchors: now.anchors.filter((_, i) => kept[i]),
        mentions: found.filter((mention) => touches([mention])),
      },
      corpus.gazetteer.entities,
      selection,
    );
  }
}
