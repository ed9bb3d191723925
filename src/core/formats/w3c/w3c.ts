import { offsetsIn } from '../../text/offsets';
import { capabilities } from '../capabilities';
import type { ExportCorpus, ExportDocument } from '../exportModel';
import type { ExportChunk, Format, WriteOptions } from '../format';
import { iriOf } from '../iri';
import type { Survey } from '../survey';
import { annotationWriter } from './annotationToJson';
import { codebookToSkos } from './codebook';
import { readW3c } from './readW3c';

/**
 * An AnnotationPage a release, next to where the release is, and the codebook in SKOS. Positions are in code points, as
 * the recommendation says; Recogito and other tools in JavaScript count UTF-16.
 */
export const w3c: Format = {
  id: 'w3c',
  label: 'W3C Web Annotation (JSON-LD)',
  description: 'one AnnotationPage a release with quote and position selectors; the codebook in SKOS',
  units: ['codepoints', 'utf16'],
  extensions: ['.jsonld', '.json'],
  capabilities: capabilities({
    discontinuous: 'carried',
    text: 'dropped',
    metadata: 'dropped',
    'code-color': 'carried',
    'code-key': 'carried',
  }),
  write,
  read: readW3c,
};

const context = 'http://www.w3.org/ns/anno.jsonld';

async function* write(
  corpus: ExportCorpus,
  survey: Survey,
  { unit }: WriteOptions,
): AsyncGenerator<ExportChunk> {
  if (survey.codebook.codes.length > 0) {
    yield { path: 'codebook.jsonld', content: json(codebookToSkos(survey.codebook, corpus.name)) };
  }
  for await (const document of corpus.documents) {
    yield { path: `${document.path}.jsonld`, content: json(page(document, corpus, unit)) };
  }
}

function page(document: ExportDocument, corpus: ExportCorpus, unit: WriteOptions['unit']): object {
  const toJson = annotationWriter(document, corpus, offsetsIn(unit, document.text));
  return {
    '@context': context,
    id: iriOf('page', document.path),
    type: 'AnnotationPage',
    items: document.annotations.map(toJson),
  };
}

function json(value: object): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
