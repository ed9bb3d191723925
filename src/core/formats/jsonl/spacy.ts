import { offsetsIn } from '../../text/offsets';
import { capabilities } from '../capabilities';
import { labelRecords } from '../details';
import type { ExportCorpus, ExportDocument } from '../exportModel';
import type { ExportChunk, Format } from '../format';
import { asciiJson } from '../json';
import { labelLimits } from './limits';
import { readSpacy } from './readJsonl';

/** Prodigy's JSON Lines, which spaCy's tools take too: a release a line with `text`, `spans` and `meta`. */
export const spacy: Format = {
  id: 'spacy',
  label: 'spaCy / Prodigy JSONL',
  description: 'one JSON line a release with labelled spans, for Prodigy and for training with spaCy',
  units: ['codepoints'],
  extensions: ['.jsonl', '.json'],
  capabilities: capabilities(labelLimits),
  write,
  read: readSpacy,
};

async function* write(corpus: ExportCorpus): AsyncGenerator<ExportChunk> {
  for await (const document of corpus.documents) {
    yield { path: `${corpus.name}.jsonl`, content: `${asciiJson(taskOf(document))}\n` };
  }
}

function taskOf(document: ExportDocument): object {
  const { path, text, metadata, annotations } = document;
  const offsets = offsetsIn('codepoints', text);
  const spans = labelRecords(annotations, true).map(({ label, spans: [span], details }) => ({
    start: offsets.toStored(span!.start),
    end: offsets.toStored(span!.end),
    label,
    pressmark: details,
  }));
  return { text, spans, meta: { file: path, ...metadata } };
}
