import { capabilities } from '../capabilities';
import type { ExportCorpus } from '../exportModel';
import type { ExportChunk, Format } from '../format';
import type { Survey } from '../survey';
import { ZipWriter } from '../zip';
import { codebookXml } from './codebookXml';
import { ProjectXml, sourceGuid } from './projectXml';
import { readQdc, readQdpx } from './readRefi';

/**
 * A REFI-QDA project (`.qdpx`): a zip of `project.qde` and a text of each release in `sources/`. Codes as a tree,
 * entities as cases, recognised mentions as coded by a user of their own.
 */
export const refiQda: Format = {
  id: 'refi-qda',
  label: 'REFI-QDA project (.qdpx)',
  description:
    'a project for ATLAS.ti, MAXQDA, NVivo, QualCoder: texts, code tree, codings, notes, entities as cases',
  units: ['codepoints'],
  extensions: ['.qdpx'],
  capabilities: capabilities({
    discontinuous: 'carried',
    id: 'carried',
    normalized: 'dropped',
    'code-key': 'dropped',
    'control-character': 'approximated',
  }),
  write: writeProject,
  read: readQdpx,
};

/** The codebook alone (`.qdc`). */
export const refiQdc: Format = {
  id: 'refi-qdc',
  label: 'REFI-QDA codebook (.qdc)',
  description: 'the code tree with descriptions and colours, without any passage',
  units: [],
  extensions: ['.qdc'],
  capabilities: capabilities({
    mention: 'dropped',
    rejection: 'dropped',
    passage: 'dropped',
    'code-key': 'dropped',
    metadata: 'dropped',
    text: 'dropped',
  }),
  write: writeCodebook,
  read: readQdc,
};

async function* writeProject(corpus: ExportCorpus, survey: Survey): AsyncGenerator<ExportChunk> {
  const path = `${corpus.name}.qdpx`;
  const zip = new ZipWriter();
  const project = new ProjectXml(corpus, survey);
  zip.begin('project.qde');
  zip.write(project.begin());
  // Cases stand before the sources that they refer to, so each document is walked once for either and for its text.
  for await (const document of corpus.documents) project.collectCases(document);
  zip.write(project.cases());
  const hasSources = survey.report.documents > 0;
  if (hasSources) zip.write('<Sources>\n');
  for await (const document of corpus.documents) {
    zip.write(project.source(document));
    for (const content of zip.take()) yield { path, content };
  }
  if (hasSources) zip.write('</Sources>\n');
  zip.write(project.end());
  for await (const document of corpus.documents) {
    zip.begin(`sources/${sourceGuid(document)}.txt`);
    zip.write(document.text);
    for (const content of zip.take()) yield { path, content };
  }
  zip.end();
  for (const content of zip.take()) yield { path, content };
}

async function* writeCodebook(corpus: ExportCorpus, survey: Survey): AsyncGenerator<ExportChunk> {
  yield { path: `${corpus.name}.qdc`, content: codebookXml(survey.codebook) };
}
