import assert from 'node:assert/strict';
import { unknownEntities } from '../../../src/core/corpus/unknownEntities';
import { readGazetteer } from '../../../src/core/recognition/gazetteerFile';

const source = `version: 1
entities:
  - id: vestria
    type: place
    name: Vestria
  - id: ana-lind
    type: person
    name: Ana Lind
    offices:
      - {title: Minister, of: vestria}
      - {title: Envoy, of: "vestira"}
`;

describe('offices of entities that no gazetteer has', () => {
  const found = (isEntity: (id: string) => boolean): readonly string[] =>
    unknownEntities(source, readGazetteer(source).entities, isEntity).map(
      ({ rule, severity, span }) => `${severity} ${rule} ${source.slice(span.start, span.end)}`,
    );

  it('are told where they stand', () => {
    assert.deepEqual(
      found((id) => id === 'vestria'),
      ['warning gazetteer/unknown-entity vestira'],
    );
  });

  it('are none where another gazetteer has the entity', () => {
    assert.deepEqual(
      found(() => true),
      [],
    );
  });
});
