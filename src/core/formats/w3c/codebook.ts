import type { Code, Codebook } from '../../annotation/codebook';
import { defined } from '../gather';
import { idOf, iriOf } from '../iri';
import { walkCodes } from '../fitCodebook';
import type { JsonObject } from '../json';
import { asList, asString, objectsIn } from '../json';

const context = {
  skos: 'http://www.w3.org/2004/02/skos/core#',
  schema: 'https://schema.org/',
  id: '@id',
  type: '@type',
  ConceptScheme: 'skos:ConceptScheme',
  Concept: 'skos:Concept',
  prefLabel: 'skos:prefLabel',
  definition: 'skos:definition',
  example: { '@id': 'skos:example', '@container': '@list' },
  notation: 'skos:notation',
  broader: { '@id': 'skos:broader', '@type': '@id' },
  inScheme: { '@id': 'skos:inScheme', '@type': '@id' },
  color: 'schema:color',
  concepts: { '@reverse': 'skos:inScheme' },
};

/** The codebook as a SKOS concept scheme: the tree as `broader`, keys as `notation`. */
export function codebookToSkos(codebook: Codebook, name: string): object {
  return {
    '@context': context,
    id: iriOf('codebook', name),
    type: 'ConceptScheme',
    prefLabel: name,
    concepts: [...walkCodes(codebook)].map(({ code, parent }) => ({
      id: iriOf('code', code.id),
      type: 'Concept',
      prefLabel: code.name,
      ...(code.definition !== undefined && { definition: code.definition }),
      ...(code.examples.length > 0 && { example: code.examples }),
      ...(code.key !== undefined && { notation: code.key }),
      ...(code.color !== undefined && { color: code.color }),
      ...(parent !== undefined && { broader: iriOf('code', parent.id) }),
    })),
  };
}

/** Codes of a scheme that {@link codebookToSkos} wrote; undefined where the JSON is none. */
export function codesOfSkos(scheme: JsonObject): Code[] | undefined {
  if (scheme['type'] !== 'ConceptScheme') return undefined;
  const concepts = objectsIn(scheme['concepts']);
  const idIn = (value: unknown): string | undefined => idOf('code', asString(value) ?? '');
  const under = (parent: string | undefined, depth: number): Code[] =>
    concepts
      .filter((concept) => idIn(concept['broader']) === parent && depth < 50)
      .flatMap((concept) => {
        const id = idIn(concept['id']);
        if (id === undefined) return [];
        return [
          {
            id,
            name: asString(concept['prefLabel']) ?? id,
            ...defined({
              definition: asString(concept['definition']),
              color: asString(concept['color']),
              key: asString(concept['notation']),
            }),
            examples: asList(concept['example']).flatMap((example) => asString(example) ?? []),
            codes: under(id, depth + 1),
          },
        ];
      });
  return under(undefined, 0);
}
