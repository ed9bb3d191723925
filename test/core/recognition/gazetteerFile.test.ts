import assert from 'node:assert/strict';
import fc from 'fast-check';
import { editGazetteer, type GazetteerEdit } from '../../../src/core/recognition/gazetteerEdit';
import { readGazetteer } from '../../../src/core/recognition/gazetteerFile';
import { inWords } from '../../../src/core/text/message';

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

describe('A gazetteer changed', () => {
  const changed = (edits: GazetteerEdit[], from = source): string => editGazetteer(from, edits);

  it('changes the lines of the entity concerned, comments kept', () => {
    assert.equal(
      changed([{ kind: 'alias', id: 'mikhail-orlov', aliases: ['M. Orlov'] }]),
      source.replace('"Orlov, M."]', '"Orlov, M.", M. Orlov]'),
    );
    assert.equal(
      changed([{ kind: 'alias', id: 'examplia', aliases: ['Ex'] }]),
      source.replace('name: Examplia, ', 'name: Examplia, aliases: [Ex], '),
    );
    assert.equal(changed([{ kind: 'alias', id: 'summit', aliases: ['Talks'] }]), source + '      - Talks\n');
    assert.equal(
      changed([{ kind: 'set', id: 'summit', field: 'description', value: 'A meeting' }]),
      source + '    description: A meeting\n',
    );
    assert.equal(
      changed([{ kind: 'set', id: 'examplia', field: 'wikidata', value: undefined }]),
      source.replace(', wikidata: Q12', ''),
    );
  });

  it('renames an entity where it is listed and where offices are of it', () => {
    const after = changed([{ kind: 'rename', id: 'examplia', to: 'examplestan' }]);
    assert.equal(
      after,
      source.replace('of: examplia', 'of: examplestan').replace('id: examplia', 'id: examplestan'),
    );
    assert.equal(
      changed([{ kind: 'rename', id: 'examplia', to: 'summit' }]),
      source,
      'not to a name that is taken',
    );
  });

  it('adds and removes entities', () => {
    const entity = {
      id: 'new-town',
      type: 'place',
      name: 'New Town',
      offices: [{ title: 'Mayor', of: 'new-town' }],
    };
    const after = changed([{ kind: 'add', entity }]);
    assert.equal(
      after,
      source +
        '  - id: new-town\n    type: place\n    name: New Town\n    offices:\n      - {title: Mayor, of: new-town}\n',
    );
    assert.equal(changed([{ kind: 'remove', id: 'new-town' }], after), source);
    assert.equal(
      changed(
        [
          { kind: 'add', entity },
          { kind: 'add', entity },
        ],
        '',
      ),
      'version: 1\nentities:\n  - id: new-town\n    type: place\n    name: New Town\n    offices:\n      - {title: Mayor, of: new-town}\n',
    );
    assert.throws(() => changed([{ kind: 'add', entity }], 'version: 2\n'));
  });

  it('says after any row of edits what they say', () => {
    const id = fc.constantFrom('mikhail-orlov', 'examplia', 'summit', 'other');
    const name = fc.oneof(
      fc.string({ minLength: 1 }),
      fc.constantFrom('a: b', '- x', '1984', 'no', "O'Neil", 'Ü, Ö'),
    );
    const edit = fc.oneof(
      fc.record({ kind: fc.constant('add'), entity: fc.record({ id, type: name, name }) }),
      fc.record({ kind: fc.constant('alias'), id, aliases: fc.array(name, { maxLength: 2 }) }),
      fc.record({ kind: fc.constant('set'), id, field: fc.constantFrom('name', 'family'), value: name }),
      fc.record({ kind: fc.constant('rename'), id, to: id }),
      fc.record({ kind: fc.constant('remove'), id }),
    ) as fc.Arbitrary<GazetteerEdit>;
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 6 }), fc.boolean(), (edits, json) => {
        let text = json ? JSON.stringify({ version: 1, entities: readGazetteer(source).entities }) : source;
        for (const one of edits) {
          const before = new Map(readGazetteer(text).entities.map((entity) => [entity.id, entity]));
          text = editGazetteer(text, [one]);
          const { entities, problems } = readGazetteer(text);
          assert.deepEqual(problems, [], text);
          const after = new Map(entities.map((entity) => [entity.id, entity]));
          if (one.kind === 'add')
            assert.equal(after.get(one.entity.id)?.name, before.get(one.entity.id)?.name ?? one.entity.name);
          if (one.kind === 'alias' && before.has(one.id)) {
            const names = [after.get(one.id)?.name, ...(after.get(one.id)?.aliases ?? [])];
            assert.deepEqual(
              one.aliases.filter((alias) => !names.includes(alias)),
              [],
            );
          }
          if (one.kind === 'set' && before.has(one.id))
            assert.equal(after.get(one.id)?.[one.field as 'name'], one.value);
          if (one.kind === 'remove') assert.equal(after.has(one.id), false);
          const own = 'id' in one ? one.id : one.entity.id;
          for (const [other, entity] of before)
            if (other !== own && one.kind !== 'rename') assert.deepEqual(after.get(other), entity);
        }
      }),
      { numRuns: 250 },
    );
  });

  it('says of YAML that is out of line where it is, and nothing of what only follows from that', () => {
    const { problems, writable } = readGazetteer(`${source}\n- id: examplia-2\ntype: place\n`);
    assert.equal(writable, false);
    assert.ok(problems.length > 0);
    for (const { message } of problems) assert.doesNotMatch(inWords(message), /stringKeys/);
  });
});
