import { capabilities } from '../capabilities';
import type { ExportCorpus } from '../exportModel';
import type { ExportChunk, Format } from '../format';
import { documentToConll2003 } from './conll2003';
import { documentToConllu } from './conllu';
import { readConll2003 } from './readConll2003';
import { readConllu } from './readConllu';

/** What one flat layer of tags on tokens cannot hold. */
const flat = {
  rejection: 'dropped',
  'code-less': 'dropped',
  'code-and-entity': 'dropped',
  'several-codes': 'dropped',
  discontinuous: 'approximated',
  blank: 'dropped',
  'line-crossing': 'approximated',
  'sub-token': 'approximated',
  overlapping: 'dropped',
  note: 'dropped',
  author: 'dropped',
  time: 'dropped',
  id: 'dropped',
  normalized: 'dropped',
  'code-tree': 'dropped',
  'code-definition': 'dropped',
  'code-example': 'dropped',
  'code-color': 'dropped',
  'code-key': 'dropped',
  'unused-code': 'dropped',
  metadata: 'dropped',
} as const;

/** CoNLL-2003: a token a line, IOB2 tags in the last column, a file a release. */
export const conll2003: Format = {
  id: 'conll2003',
  label: 'CoNLL-2003 (IOB2)',
  description: 'a token a line with one flat layer of IOB2 tags; choose the layer by what is exported',
  units: [],
  extensions: ['.conll', '.iob', '.iob2', '.bio', '.txt'],
  capabilities: capabilities({ ...flat, identity: 'dropped', spacing: 'approximated' }),
  write: writeConll2003,
  read: readConll2003,
};

/** CoNLL-U: tags and entities in MISC, white space in SpacesAfter, so that the text comes back as it was. */
export const conllu: Format = {
  id: 'conllu',
  label: 'CoNLL-U',
  description: 'sentences and tokens as Universal Dependencies has them, with one flat layer of tags in MISC',
  units: [],
  extensions: ['.conllu'],
  capabilities: capabilities({ ...flat, identity: 'carried' }),
  write: writeConllu,
  read: readConllu,
};

async function* writeConll2003(corpus: ExportCorpus): AsyncGenerator<ExportChunk> {
  for await (const document of corpus.documents) {
    yield { path: `${document.path}.conll`, content: documentToConll2003(document) };
  }
}

async function* writeConllu(corpus: ExportCorpus): AsyncGenerator<ExportChunk> {
  for await (const document of corpus.documents) {
    yield { path: `${document.path}.conllu`, content: documentToConllu(document, corpus.entities) };
  }
}
