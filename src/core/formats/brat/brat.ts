import { capabilities } from '../capabilities';
import type { ExportCorpus } from '../exportModel';
import type { ExportChunk, Format } from '../format';
import { withExtension, withoutExtension } from '../paths';
import type { Survey } from '../survey';
import { annotationsToAnn } from './annFile';
import { annotationConf, shortcutsConf, toolsConf, visualConf } from './conf';
import { readBrat } from './readBrat';

/** brat standoff: a `.txt` and an `.ann` a release, and the configuration that shows codes as a tree in colours. */
export const brat: Format = {
  id: 'brat',
  label: 'brat standoff',
  description: 'a .txt and an .ann file a release with annotation.conf; Wikidata ids as normalizations',
  units: ['codepoints'],
  extensions: ['.ann', '.txt', '.conf'],
  capabilities: capabilities({
    blank: 'dropped',
    author: 'carried',
    time: 'carried',
    id: 'carried',
    normalized: 'dropped',
    metadata: 'dropped',
    'code-definition': 'dropped',
    'code-example': 'dropped',
  }),
  write,
  read: readBrat,
};

async function* write(corpus: ExportCorpus, survey: Survey): AsyncGenerator<ExportChunk> {
  yield { path: 'annotation.conf', content: annotationConf(survey) };
  yield { path: 'visual.conf', content: visualConf(survey) };
  yield { path: 'kb_shortcuts.conf', content: shortcutsConf(survey) };
  yield { path: 'tools.conf', content: toolsConf };
  for await (const document of corpus.documents) {
    const base = withoutExtension(document.path, '.txt');
    yield { path: withExtension(document.path, '.txt'), content: document.text };
    yield { path: `${base}.ann`, content: annotationsToAnn(document, corpus.entities) };
  }
}
