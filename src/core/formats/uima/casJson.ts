import type { Entity } from '../../recognition/entity';
import type { ExportDocument } from '../exportModel';
import { defined } from '../gather';
import { layerAnnotations } from './layers';
import { metadataType, typeSystemJson } from './typeSystem';

/** A document as CAS JSON: `%TYPES`, then feature structures with plain `begin` and `end`, then the view. */
export function casToJson(document: ExportDocument, entities: ReadonlyMap<string, Entity>): string {
  const { path, text, metadata } = document;
  const sofa = {
    '%ID': 1,
    '%TYPE': 'uima.cas.Sofa',
    sofaNum: 1,
    sofaID: '_InitialView',
    mimeType: 'text',
    sofaString: text,
  };
  const about = {
    '%ID': 2,
    '%TYPE': metadataType,
    '@sofa': 1,
    begin: 0,
    end: text.length,
    language: 'x-unspecified',
    documentTitle: metadata.title ?? path,
    documentId: path,
    isLastSegment: false,
  };
  const annotations = layerAnnotations(document, entities).map(({ type, start, end, features }, i) => ({
    '%ID': i + 3,
    '%TYPE': type,
    '@sofa': 1,
    begin: start,
    end,
    ...defined(features),
  }));
  const cas = {
    '%TYPES': typeSystemJson(),
    '%FEATURE_STRUCTURES': [sofa, about, ...annotations],
    '%VIEWS': { _InitialView: { '%SOFA': 1, '%MEMBERS': [2, ...annotations.map((a) => a['%ID'])] } },
  };
  return `${JSON.stringify(cas, undefined, 1)}\n`;
}
