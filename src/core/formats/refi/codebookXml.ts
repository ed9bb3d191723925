import type { Code, Codebook } from '../../annotation/codebook';
import { guidOf } from '../guid';
import { element, textElement } from '../xml';

const declaration = '<?xml version="1.0" encoding="utf-8"?>\n';

/** Each example of a code, on a line of its description. */
export const exampleMark = 'Example: ';

/** The name of the code under which projects keep types of entities. */
export const entitiesCodeName = 'Entities';

export function codeGuid(id: string): string {
  return guidOf('code', id);
}

export function labelGuid(label: string): string {
  return guidOf('label', label);
}

/** A whole `.qdc`. A codebook without codes has none to show, which the schema of REFI does not allow. */
export function codebookXml(codebook: Codebook): string {
  const attributes = { xmlns: 'urn:QDA-XML:codebook:1.0', origin: 'Pressmark' };
  return declaration + element('CodeBook', attributes, [codesXml(codebook.codes, [])]);
}

/** `<Codes>` with the tree, and the labels of entities below a code of their own. */
export function codesXml(codes: readonly Code[], labels: readonly string[]): string {
  const entities = labels.map((label) =>
    element('Code', { guid: labelGuid(label), name: label, isCodable: true }),
  );
  const root = { guid: labelGuid(entitiesCodeName), name: entitiesCodeName, isCodable: false };
  return element('Codes', {}, [
    ...codes.map(codeXml),
    ...(entities.length > 0 ? [element('Code', root, entities)] : []),
  ]);
}

function codeXml(code: Code): string {
  const { id, name, color, definition, examples } = code;
  const lines = [
    ...(definition === undefined ? [] : [definition]),
    ...examples.map((example) => exampleMark + example.replace(/\s*\n\s*/g, ' ')),
  ];
  return element('Code', { guid: codeGuid(id), name, isCodable: true, color }, [
    ...(lines.length > 0 ? [textElement('Description', {}, lines.join('\n'))] : []),
    ...code.codes.map(codeXml),
  ]);
}
