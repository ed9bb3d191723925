import { capabilities } from '../capabilities';
import type { ExportCorpus } from '../exportModel';
import type { ExportChunk, Format } from '../format';
import { withoutExtension } from '../paths';
import type { Survey } from '../survey';
import { documentToTei } from './document';

/**
 * TEI P5: the text in paragraphs, cut into segments wherever a passage begins or ends, and all that is said of it in
 * `standOff`, so that passages may overlap as they like. Only the way out.
 */
export const tei: Format = {
  id: 'tei',
  label: 'TEI P5 (standOff)',
  description:
    'one TEI document a release: segments, spans with codes, lists of persons, places, organizations, events',
  units: [],
  extensions: ['.xml'],
  capabilities: capabilities({
    blank: 'dropped',
    time: 'dropped',
    normalized: 'dropped',
    spacing: 'approximated',
    'control-character': 'approximated',
    'code-color': 'dropped',
    'code-key': 'dropped',
  }),
  write,
};

async function* write(corpus: ExportCorpus, survey: Survey): AsyncGenerator<ExportChunk> {
  for await (const document of corpus.documents) {
    const path = `${withoutExtension(document.path, '.txt')}.xml`;
    yield { path, content: documentToTei(document, survey.codebook, corpus.entities) };
  }
}
