import { capabilities } from '../capabilities';
import type { ExportCorpus } from '../exportModel';
import type { ExportChunk, Format } from '../format';
import { typeSystemXml } from '../uima/typeSystem';
import { readWebannoTsv } from './readTsv';
import { documentToTsv } from './writeTsv';

/** WebAnno TSV 3.3: a table of tokens a release, with named entities and passages in columns. */
export const webannoTsv: Format = {
  id: 'webanno-tsv',
  label: 'WebAnno TSV 3.3 (INCEpTION)',
  description: 'a token table a release for INCEpTION; stacked, multi-token and sub-token spans',
  units: ['utf16'],
  extensions: ['.tsv'],
  capabilities: capabilities({
    blank: 'dropped',
    edge: 'approximated',
    discontinuous: 'carried',
    id: 'carried',
    author: 'carried',
    time: 'carried',
    normalized: 'dropped',
    metadata: 'dropped',
    spacing: 'approximated',
    'code-tree': 'dropped',
    'code-definition': 'dropped',
    'code-example': 'dropped',
    'code-color': 'dropped',
    'code-key': 'dropped',
    'unused-code': 'dropped',
  }),
  write,
  read: readWebannoTsv,
};

async function* write(corpus: ExportCorpus): AsyncGenerator<ExportChunk> {
  yield { path: 'TypeSystem.xml', content: typeSystemXml() };
  for await (const document of corpus.documents) {
    yield { path: `${document.path}.tsv`, content: documentToTsv(document, corpus.entities) };
  }
}
