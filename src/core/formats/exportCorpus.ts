import type { ExportCorpus, ExportDocument } from './exportModel';
import { fitDocument } from './fitDocument';
import type { ExportChunk, Format, WriteOptions } from './format';
import type { OnDocument, Survey } from './survey';

/**
 * The files of an export, chunk by chunk; survey the corpus first and show its loss report. Holds one document at a
 * time where the format allows. `onDocument` may throw to cancel: nothing more is made then.
 */
export function exportCorpus(
  format: Format,
  corpus: ExportCorpus,
  survey: Survey,
  options: WriteOptions,
  onDocument?: OnDocument,
): AsyncIterable<ExportChunk> {
  const documents = {
    [Symbol.asyncIterator]: () => fitted(format, corpus, onDocument),
  };
  return format.write({ ...corpus, codebook: survey.codebook, documents }, survey, options);
}

async function* fitted(
  format: Format,
  corpus: ExportCorpus,
  onDocument?: OnDocument,
): AsyncGenerator<ExportDocument> {
  for await (const document of corpus.documents) {
    onDocument?.(document);
    yield fitDocument(document, format.capabilities);
  }
}
