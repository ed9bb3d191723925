import type { ExportCorpus, ExportDocument } from '../../core/formats/exportModel';
import type { ExportSelection } from '../../core/formats/selection';
import { toExportDocument } from '../../core/formats/toExportDocument';
import { recognize } from '../../core/recognition/recognize';
import { parseRelease } from '../../core/release/parseRelease';
import type { CorpusFolder } from './corpusFolder';

/** A folder as it is exported. Each walk reads the files anew, so that no more than one release is held. */
export function exportOfFolder(folder: CorpusFolder, selection: ExportSelection): ExportCorpus {
  return {
    name: folder.name,
    codebook: folder.codebook,
    entities: folder.gazetteer.entities,
    unheld: folder.unheld,
    documents: { [Symbol.iterator]: () => documentsOf(folder, selection) },
  };
}

function* documentsOf(folder: CorpusFolder, selection: ExportSelection): Generator<ExportDocument> {
  const { gazetteer } = folder;
  for (const path of folder.paths) {
    const file = folder.read(path);
    if (file === undefined) continue;
    const { text, annotations, anchors, unheld } = file;
    const release = parseRelease(text, { fileName: path.slice(path.lastIndexOf('/') + 1) });
    const mentions = selection.what.has('mentions') ? recognize(release, gazetteer) : [];
    const source = { path, release, annotations, anchors, mentions, ...(unheld && { unheld }) };
    yield toExportDocument(source, gazetteer.entities, selection);
  }
}
