import { element, textElement } from '../xml';
import { layers } from './layers';

export const metadataType = 'de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData';

const metadataFeatures: readonly (readonly [name: string, range: string])[] = [
  ['documentTitle', 'uima.cas.String'],
  ['documentId', 'uima.cas.String'],
  ['documentUri', 'uima.cas.String'],
  ['collectionId', 'uima.cas.String'],
  ['documentBaseUri', 'uima.cas.String'],
  ['isLastSegment', 'uima.cas.Boolean'],
];

interface TypeDescription {
  readonly name: string;
  readonly superType: string;
  readonly features: readonly (readonly [name: string, range: string])[];
}

/** The types that our CAS files use: DKPro's metadata and named entities, and the layer of passages. */
export const types: readonly TypeDescription[] = [
  { name: metadataType, superType: 'uima.tcas.DocumentAnnotation', features: metadataFeatures },
  ...Object.entries(layers).map(([name, features]) => ({
    name,
    superType: 'uima.tcas.Annotation',
    features: features.map((feature) => [feature, 'uima.cas.String'] as const),
  })),
];

/** The type system as UIMA's XML descriptor; INCEpTION also makes a layer of it. */
export function typeSystemXml(): string {
  const descriptions = types.map(({ name, superType, features }) =>
    element('typeDescription', {}, [
      textElement('name', {}, name),
      textElement('description', {}, ''),
      textElement('supertypeName', {}, superType),
      element(
        'features',
        {},
        features.map(([feature, range]) =>
          element('featureDescription', {}, [
            textElement('name', {}, feature),
            textElement('description', {}, ''),
            textElement('rangeTypeName', {}, range),
          ]),
        ),
      ),
    ]),
  );
  const namespace = 'http://uima.apache.org/resourceSpecifier';
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
    element('typeSystemDescription', { xmlns: namespace }, [
      textElement('name', {}, 'Pressmark'),
      element('types', {}, descriptions),
    ])
  );
}

/** The type system as CAS JSON embeds it. */
export function typeSystemJson(): object {
  return Object.fromEntries(
    types.map(({ name, superType, features }) => [
      name,
      {
        '%NAME': name,
        '%SUPER_TYPE': superType,
        ...Object.fromEntries(
          features.map(([feature, range]) => [feature, { '%NAME': feature, '%RANGE': range }]),
        ),
      },
    ]),
  );
}
