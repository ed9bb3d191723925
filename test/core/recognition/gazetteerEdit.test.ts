import assert from 'node:assert/strict';
import { editGazetteer } from '../../../src/core/recognition/gazetteerEdit';
import { readGazetteer } from '../../../src/core/recognition/gazetteerFile';
import { newEntity } from '../../../src/core/recognition/newEntity';

const file = `# Who is who
version: 1
entities:
  - id: anna-testova   # invented
    type: person
    name: Anna Testova
    aliases: [Anna P. Testova]   # as TASS writes
    title: unknown key

  # Places
  - {id: port-harrow, type: place, name: "Port Harrow"}
`;

const add = (name: string, type: string, ...aliases: string[]): string =>
  editGazetteer(file, [
    { kind: 'add', entity: newEntity(name, type, new Set(['anna-testova', 'port-harrow']), aliases) },
  ]);

describe('editing a gazetteer', () => {
  it('adds an entity at the end, every other line kept', () => {
    assert.equal(
      add('Lena Orlova', 'person'),
      `${file}  - id: lena-orlova\n    type: person\n    name: Lena Orlova\n`,
    );
  });

  it('adds an alias in the entity’s own lines, comments and unknown keys kept', () => {
    const edited = editGazetteer(file, [{ kind: 'alias', id: 'anna-testova', aliases: ['Anna Tyestova'] }]);
    assert.equal(edited, file.replace('[Anna P. Testova]', '[Anna P. Testova, Anna Tyestova]'));
  });

  it('adds the first alias of an entity in braces, and several at once', () => {
    const edited = editGazetteer(file, [
      { kind: 'alias', id: 'port-harrow', aliases: ['Harrow', 'Harrow Port', 'Port Harrow'] },
    ]);
    assert.deepEqual(readGazetteer(edited).entities[1]?.aliases, ['Harrow', 'Harrow Port']);
    const more = editGazetteer(edited, [{ kind: 'alias', id: 'port-harrow', aliases: ['A', 'B', 'Harrow'] }]);
    assert.deepEqual(readGazetteer(more).entities[1]?.aliases, ['Harrow', 'Harrow Port', 'A', 'B']);
    assert.ok(more.includes('# Places'));
  });

  it('begins a file, also one of comments, and a list in brackets', () => {
    const entity = newEntity('Lena Orlova', 'person', new Set());
    for (const source of ['', '# mine', 'version: 1\nentities: []\n', 'version: 1\n']) {
      const edited = editGazetteer(source, [{ kind: 'add', entity }]);
      assert.deepEqual(readGazetteer(edited).entities, [entity], source);
      assert.deepEqual(readGazetteer(edited).problems, [], source);
      assert.ok(edited.startsWith(source.split('\n')[0]!));
    }
  });

  it('writes all an entity has, and reads it back', () => {
    const entity = {
      ...newEntity('Lena Orlova', 'person', new Set(), ['L. Orlova']),
      family: 'Orlova',
      offices: [{ title: 'Foreign Minister', of: 'russia', from: '2020-01-02' }],
      wikidata: 'Q1',
      description: 'Diplomat: invented',
    };
    assert.deepEqual(readGazetteer(editGazetteer('', [{ kind: 'add', entity }])).entities, [entity]);
  });

  it('keeps CRLF, and completes a last line without its end', () => {
    const crlf = file.trimEnd().replaceAll('\n', '\r\n');
    const edited = editGazetteer(crlf, [{ kind: 'add', entity: newEntity('Lena', 'person', new Set()) }]);
    assert.ok(edited.startsWith(`${crlf}\r\n`));
    assert.doesNotMatch(edited, /[^\r]\n/);
    assert.equal(readGazetteer(edited).entities.length, 3);
  });

  it('refuses a file that can’t be read; nothing to do gives the same source', () => {
    const conflict = `<<<<<<< ours\n${file}=======\n>>>>>>> theirs\n`;
    assert.throws(() => editGazetteer(conflict, [{ kind: 'alias', id: 'anna-testova', aliases: ['A'] }]));
    assert.equal(editGazetteer(file, [{ kind: 'alias', id: 'nobody', aliases: ['A'] }]), file);
    assert.equal(editGazetteer(file, [{ kind: 'alias', id: 'port-harrow', aliases: ['Port Harrow'] }]), file);
  });
});

describe('a new entity', () => {
  it('has an id that is free', () => {
    const id = (name: string, ...taken: string[]): string => newEntity(name, 'person', new Set(taken)).id;
    assert.equal(id('Amara Dembélé'), 'amara-dembele');
    assert.equal(id('Lena Orlova', 'lena-orlova', 'lena-orlova-2'), 'lena-orlova-3');
    assert.equal(id('최선희'), 'person');
    assert.equal(id('1718'), 'person-1718');
    assert.equal(id('None'), 'person-none');
  });

  it('has its name on one line, without markup', () => {
    assert.equal(newEntity(' Lena\n**Orlova** ', 'person', new Set()).name, 'Lena Orlova');
  });
});
