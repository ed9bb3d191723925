import { capabilities } from '../capabilities';
import type { ExportCorpus } from '../exportModel';
import type { ExportChunk, Format } from '../format';
import { casToJson } from './casJson';
import { readCasJson, readXmi } from './readCas';
import { typeSystemXml } from './typeSystem';
import { casToXmi } from './xmi';

const limits = {
  discontinuous: 'carried',
  'several-codes': 'kept',
  'code-and-entity': 'kept',
  id: 'carried',
  author: 'carried',
  time: 'carried',
  normalized: 'dropped',
  metadata: 'dropped',
  'code-tree': 'dropped',
  'code-definition': 'dropped',
  'code-example': 'dropped',
  'code-color': 'dropped',
  'code-key': 'dropped',
  'unused-code': 'dropped',
} as const;

/** UIMA CAS JSON 0.4, a file a release, with its types: NamedEntity for entities, a custom layer for passages. */
export const casJson: Format = {
  id: 'cas-json',
  label: 'UIMA CAS JSON 0.4 (INCEpTION)',
  description:
    'a CAS a release for INCEpTION and DKPro: named entities with identifiers, passages as a custom layer',
  units: ['utf16'],
  extensions: ['.json'],
  capabilities: capabilities(limits),
  write: writeJson,
  read: readCasJson,
};

/** UIMA CAS XMI with `TypeSystem.xml`. */
export const xmi: Format = {
  id: 'xmi',
  label: 'UIMA CAS XMI',
  description: 'a CAS a release in XML and the type system, for UIMA, DKPro and INCEpTION',
  units: ['utf16'],
  extensions: ['.xmi'],
  capabilities: capabilities({ ...limits, 'control-character': 'approximated' }),
  write: writeXmi,
  read: readXmi,
};

async function* writeJson(corpus: ExportCorpus): AsyncGenerator<ExportChunk> {
  for await (const document of corpus.documents) {
    yield { path: `${document.path}.json`, content: casToJson(document, corpus.entities) };
  }
}

async function* writeXmi(corpus: ExportCorpus): AsyncGenerator<ExportChunk> {
  yield { path: 'TypeSystem.xml', content: typeSystemXml() };
  for await (const document of corpus.documents) {
    yield { path: `${document.path}.xmi`, content: casToXmi(document, corpus.entities) };
  }
}
