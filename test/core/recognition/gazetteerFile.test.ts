import assert from 'node:assert/strict';
import { readGazetteer } from '../../../src/core/recognition/gazetteerFile';

const source = `# People
version: 1
entities:
  - id: mikhail-orlov   # the minister
    type: person
    name: Mikhail Orlov
    family: Orlov
    aliases: [Michail Orlov, "Orlov, M."]
    offices:
      - {title: Foreign Minister, of: examplia, from: 2004-03-09, until: 2010}
  - {id: examplia, type: place, name: Examplia, demonyms: [Examplian], wikidata: Q12}

  - id: summit
    type: event
    name: The summit
    date: 2023-09-13/2023-09-17
    aliases:
      - DPRK-Examplia summit
`;

describe('A gazetteer', () => {
  it('is read into entities', () => {
    const { entities, problems, writable } = readGazetteer(source);
    assert.deepEqual(problems, []);
    assert.equal(writable, true);
    assert.deepEqual(entities, [
      {
        id: 'mikhail-orlov',
        type: 'person',
        name: 'Mikhail Orlov',
        family: 'Orlov',
        aliases: ['Michail Orlov', 'Orlov, M.'],
        offices: [{ title: 'Foreign Minister', of: 'examplia', from: '2004-03-09', until: '2010' }],
      },
      {
        id: 'examplia',
        type: 'place',
        name: 'Examplia',
        aliases: [],
        demonyms: ['Examplian'],
        offices: [],
        wikidata: 'Q12',
      },
      {
        id: 'summit',
        type: 'event',
        name: 'The summit',
        aliases: ['DPRK-Examplia summit'],
        offices: [],
        date: '2023-09-13/2023-09-17',
      },
    ]);
  });

  it('reads the same from any layout', () => {
    const json = JSON.stringify({ version: 1, entities: readGazetteer(source).entities });
    assert.deepEqual(readGazetteer(json).entities, readGazetteer(source).entities);
    assert.deepEqual(readGazetteer(source.replaceAll('\n', '\r\n')).entities, readGazetteer(source).entities);
  });

  it('tells where an entity and its keys stand', () => {
    const { locate } = readGazetteer(source);
    const at = (id: string, key?: string): string | undefined => {
      const span = locate(id, key);
      return span && source.slice(span.start, span.end);
    };
    assert.equal(at('mikhail-orlov', 'name'), 'Mikhail Orlov');
    assert.equal(at('examplia', 'id'), 'examplia');
    assert.equal(at('examplia', 'date'), undefined);
    assert.match(at('summit') ?? '', /^ {2}- id: summit[^]*summit$/);
  });

  it('loses no entity to another one’s fault', () => {
    const bad =
      source.replace('name: Mikhail Orlov', 'name: 7').replace('wikidata: Q12', 'wikidata: 12') +
      '  - id: summit\n    type: event\n    name: Again\n';
    const { entities, problems } = readGazetteer(bad);
    assert.deepEqual(
      entities.map((entity) => entity.id),
      ['examplia', 'summit'],
    );
    assert.deepEqual(
      problems.map((problem) => [problem.rule, bad.slice(problem.span.start, problem.span.end)]),
      [
        ['gazetteer/format', '7'],
        ['gazetteer/format', '12'],
        ['gazetteer/duplicate-id', 'summit'],
      ],
    );
  });

  it('is left alone when it can’t be read', () => {
    for (const bad of [
      source.replace('version: 1', 'version: 2'),
      source + '<<<<<<< ours\n',
      source + '  bad\n',
    ]) {
      const { entities, problems, writable } = readGazetteer(bad);
      assert.deepEqual([entities.length, writable], [0, false], bad);
      assert.equal(problems[0]?.severity, 'error');
    }
  });
});
