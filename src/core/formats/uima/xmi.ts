import type { Entity } from '../../recognition/entity';
import type { ExportDocument } from '../exportModel';
import { element, xmlAttributes } from '../xml';
import { layerAnnotations, namedEntityType, passageType } from './layers';

/** XML names of the types: the package is the namespace. */
const elementNames: Readonly<Record<string, string>> = {
  [namedEntityType]: 'ner:NamedEntity',
  [passageType]: 'custom:Passage',
};

const namespaces = {
  'xmlns:xmi': 'http://www.omg.org/XMI',
  'xmlns:cas': 'http:///uima/cas.ecore',
  'xmlns:metadata': 'http:///de/tudarmstadt/ukp/dkpro/core/api/metadata/type.ecore',
  'xmlns:ner': 'http:///de/tudarmstadt/ukp/dkpro/core/api/ner/type.ecore',
  'xmlns:custom': 'http:///webanno/custom.ecore',
  'xmi:version': '2.0',
};

/** A document as XMI. The sofa comes first; ids count from 1. */
export function casToXmi(document: ExportDocument, entities: ReadonlyMap<string, Entity>): string {
  const { path, text, metadata } = document;
  const annotations = layerAnnotations(document, entities);
  const sofa = { 'xmi:id': 1, sofaNum: 1, sofaID: '_InitialView', mimeType: 'text', sofaString: text };
  const about = {
    ...{ 'xmi:id': 2, sofa: 1, begin: 0, end: text.length, language: 'x-unspecified' },
    ...{ documentTitle: metadata.title ?? path, documentId: path, isLastSegment: false },
  };
  const members = ['2', ...annotations.map((_, i) => String(i + 3))].join(' ');
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    `<xmi:XMI${xmlAttributes(namespaces)}>\n`,
    element('cas:NULL', { 'xmi:id': 0 }),
    element('cas:Sofa', sofa),
    element('metadata:DocumentMetaData', about),
    ...annotations.map(({ type, start, end, features }, i) =>
      element(elementNames[type]!, { 'xmi:id': i + 3, sofa: 1, begin: start, end, ...features }),
    ),
    element('cas:View', { sofa: 1, members }),
    '</xmi:XMI>\n',
  ].join('');
}
